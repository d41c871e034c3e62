using System.Security.Cryptography;
using System.Text;
using Bot.Messaging.Members;
using Bot.Storage;

namespace Bot.Messaging.Privacy;

/// <summary>
/// By what a wish not to be recorded is kept: a sum of who it is, made with a key that lies beside the database, so that neither alone tells anybody's name.
/// It outlives the name: after an erasure the same person stays unrecorded, and nobody who takes their nickname is.
/// </summary>
public sealed class RecordingKeys(DataFolder folder)
{
    private const int Length = 32;
    private readonly Lock _reading = new();
    private byte[]? _key;

    /// <summary>A member of a channel, whatever they are called.</summary>
    public string OfMember(string channel, string externalId) => Sum("member", channel, externalId);

    /// <summary>Somebody of a channel that knows names alone; in a pasted record of one group.</summary>
    /// <param name="group">Null where the names are those of the whole channel.</param>
    public string OfSender(string channel, string? group, string sender) => Sum("sender", channel, group ?? "", sender);

    /// <summary>A conversation in which a person who is not recorded speaks.</summary>
    public string OfConversation(string channel, string conversation) => Sum("conversation", channel, conversation);

    /// <summary>Every sum by which a person may be kept.</summary>
    /// <param name="groups">Where they spoke in pasted records.</param>
    internal IEnumerable<string> Of(IEnumerable<Member> members, IEnumerable<(string Channel, string Sender)> said, IEnumerable<string> groups) =>
    [
        .. members.Select(member => OfMember(member.Channel, member.ExternalId)),
        .. said.SelectMany(each => groups.Append(null).Select(group => OfSender(each.Channel, group, each.Sender))),
        .. said.Select(each => UnrecordedSender.SumOf(each.Sender)),
    ];

    private string Sum(params string[] parts) =>
        "~" + Convert.ToHexStringLower(HMACSHA256.HashData(Key(), Encoding.UTF8.GetBytes(string.Join('\n', parts)))[..16]);

    // with the keys of the signatures, which every whole backup holds
    private byte[] Key()
    {
        lock (_reading)
        {
            return _key ??= Read(Path.Combine(Directory.CreateDirectory(folder.File("keys")).FullName, "recording.key"));
        }
    }

    private static byte[] Read(string path)
    {
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } kept) { return kept; }
        byte[] made = RandomNumberGenerator.GetBytes(Length);
        string unfinished = path + ".tmp";
        using (FileStream file = new(unfinished, FileMode.Create, FileAccess.Write))
        {
            file.Write(made);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
        return made;
    }
}
