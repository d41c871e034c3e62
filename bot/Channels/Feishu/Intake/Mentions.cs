using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Messaging.Activities;

namespace Bot.Channels.Feishu.Intake;

/// <summary>Who is called in a message: in its text stand placeholders, "@_user_1", and beside it whom they mean.</summary>
internal sealed partial class Mentions
{
    public const string Everyone = "@_all";
    private const string EveryoneShown = "@所有人";
    private const int Most = 100;

    private readonly Dictionary<string, ChannelAccount> _byKey = new(StringComparer.Ordinal);
    private readonly string _self;

    /// <param name="message">With its mentions.</param>
    /// <param name="self">The bot's own id.</param>
    public Mentions(JsonElement message, string self)
    {
        _self = self;
        foreach (JsonElement mention in message.Items("mentions").Take(Most))
        {
            // an id is an object in events and a text elsewhere
            string? id = mention.Text("id", "open_id") ?? mention.Text("id");
            if (mention.Text("key") is { Length: > 0 } key) { _byKey[key] = new ChannelAccount(id, mention.Text("name"), id == self ? ChannelAccount.Bot : null); }
        }
    }

    public bool NameBot => _byKey.Values.Any(called => called.Id == _self);

    /// <summary>
    /// How each stands in the text. That of the bot keeps its placeholder, which nobody else's name can be taken for.
    /// </summary>
    public IReadOnlyList<Entity> Entities =>
        [.. _byKey.Where(called => called.Key != Everyone).Select(called => new Entity("mention", called.Value, Shown(called.Key)))];

    /// <summary>The text with names in the place of placeholders.</summary>
    public string Replace(string text) => Placeholder().Replace(text, found => Shown(found.Value));

    /// <summary>How a call stands in rich text: by its placeholder, or by the id itself.</summary>
    public string Named(string? id, string? name)
    {
        if (id is Everyone or "all") { return EveryoneShown; }
        if (id is not null && _byKey.ContainsKey(id)) { return Shown(id); }
        string? key = _byKey.FirstOrDefault(called => called.Value.Id == id && id is not null).Key;
        return key is not null ? Shown(key) : name is { Length: > 0 } ? $"@{name}" : "@群友";
    }

    private string Shown(string key) => key == Everyone ? EveryoneShown
        : !_byKey.TryGetValue(key, out ChannelAccount? called) || called.Id == _self ? key
        : called.Name is { Length: > 0 } name ? $"@{name}" : "@群友";

    [GeneratedRegex("@_(?:user_[0-9]{1,6}|all)(?![0-9A-Za-z_])")]
    private static partial Regex Placeholder();
}
