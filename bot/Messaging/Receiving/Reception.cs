using System.Security.Cryptography;
using System.Text;
using Bot.Grids;
using Bot.Messaging.Activities;
using Bot.Messaging.Pictures;
using Bot.Messaging.Privacy;
using Bot.Storage;

namespace Bot.Messaging.Receiving;

/// <summary>
/// The door of every vendor's channel: gives the conversation and the sender the names the community knows them by and stores the message,
/// in one commit. When <see cref="ReceiveAsync"/> returns, the channel may acknowledge.
/// </summary>
public sealed class Reception
{
    public const int LongestText = 4000;
    public const int MostPictures = 9;
    private const int LongestId = 256;
    private const int LongestSource = 4000;
    private const string CutMark = "…（太长，后面没有存）";

    private readonly Inbox _inbox;
    private readonly RecallMessage _recalls;
    private readonly CommunityStore _community;
    private readonly TimeProvider _clock;

    internal Reception(Inbox inbox, RecallMessage recalls, CommunityStore community, TimeProvider clock) =>
        (_inbox, _recalls, _community, _clock) = (inbox, recalls, community, clock);

    public Task<ReceptionOutcome> ReceiveAsync(Heard heard, CancellationToken cancellationToken) => heard.Activity.Type switch
    {
        ActivityTypes.Message => MessageAsync(heard, cancellationToken),
        ActivityTypes.Update => UpdateAsync(heard, cancellationToken),
        ActivityTypes.Delete => DeleteAsync(heard, cancellationToken),
        ActivityTypes.Conversation => JoinAsync(heard, cancellationToken),
        _ => Task.FromResult(ReceptionOutcome.Ignored),
    };

    // the bot was brought into a group: it is known from now on, and hears who the bot is
    private async Task<ReceptionOutcome> JoinAsync(Heard heard, CancellationToken cancellationToken)
    {
        Activity activity = heard.Activity;
        bool joined = activity.Recipient?.Id is { } own && activity.MembersAdded?.Any(member => member.Id == own) == true;
        if (!joined || !IsId(activity.Conversation?.Id) || !IsGroup(activity.Conversation!)) { return ReceptionOutcome.Ignored; }
        bool isNew = false;
        await _inbox.AcceptAsync(
            connection =>
            {
                isNew = ReceptionStatements.Conversation(connection, Conversation(heard), n => Naming.Nth(GroupName(heard), n), _clock.GetUtcNow()).IsNew;
                return null;
            },
            cancellationToken);
        if (isNew) { _inbox.GroupsHeard.Set(); }
        return ReceptionOutcome.Ignored;
    }

    private Task<ReceptionOutcome> DeleteAsync(Heard heard, CancellationToken cancellationToken) =>
        IsId(heard.Activity.Id) && IsId(heard.Activity.Conversation?.Id)
            ? _recalls.HandleAsync(heard.Channel.Name, heard.Activity, cancellationToken)
            : Task.FromResult(ReceptionOutcome.Malformed);

    // The new words are a message of their own; it comes first, so that no crash loses both
    private async Task<ReceptionOutcome> UpdateAsync(Heard heard, CancellationToken cancellationToken)
    {
        if (!IsWhole(heard.Activity)) { return ReceptionOutcome.Malformed; }
        string version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(heard.Activity.Text ?? "")))[..8];
        Heard edited = heard with { Activity = heard.Activity with { Type = ActivityTypes.Message, Id = $"{heard.Activity.Id}~{version}" } };
        ReceptionOutcome outcome = await MessageAsync(edited, cancellationToken);
        await DeleteAsync(heard, cancellationToken);
        return outcome;
    }

    private async Task<ReceptionOutcome> MessageAsync(Heard heard, CancellationToken cancellationToken)
    {
        if (!IsWhole(heard.Activity)) { return ReceptionOutcome.Malformed; }
        bool isNew = false;
        AcceptResult? result = await _inbox.AcceptAsync(connection => Prepare(connection, heard, out isNew), cancellationToken);
        if (isNew && IsGroup(heard.Activity.Conversation!)) { _inbox.GroupsHeard.Set(); }
        return result?.Outcome switch
        {
            AcceptOutcome.Accepted => ReceptionOutcome.Accepted,
            AcceptOutcome.Duplicate => ReceptionOutcome.Duplicate,
            AcceptOutcome.Conflict => ReceptionOutcome.Conflict,
            _ => ReceptionOutcome.Ignored,
        };
    }

    private static bool IsWhole(Activity activity) =>
        IsId(activity.Id) && IsId(activity.From?.Id) && IsId(activity.Conversation?.Id) && (activity.ReplyToId is null || IsId(activity.ReplyToId));

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId };

    // Runs on the writer
    private InboundMessage Prepare(WriteConnection connection, Heard heard, out bool isNew)
    {
        Activity activity = heard.Activity;
        CommunityDirectory directory = _community.Current;
        DateTimeOffset now = _clock.GetUtcNow();
        bool fromBot = activity.From!.Role == ChannelAccount.Bot;
        string memberId = activity.From.Id!;
        KnownMember member = ReceptionStatements.Member(connection, heard.Channel.Name, memberId,
            n => Naming.Nth(Naming.Person(directory, activity.From.Name, memberId), n), now);
        (string conversation, isNew) = ReceptionStatements.Conversation(connection, Conversation(heard), n => Naming.Nth(ConversationName(heard, member), n), now);
        string sender = member.Person ?? member.Name;
        SenderRole role = fromBot ? SenderRole.Bot : member.Person is { } person ? SenderRoles.From(directory.RoleOf(person, conversation)) : SenderRole.Resident;
        string? quoted = Quoted(connection, heard.Channel.Name, conversation, activity);
        HeardPicture[] pictures = Pictures(heard);
        return new InboundMessage(heard.Channel.Name, conversation, activity.Id!, sender, role, Text(activity, directory, quoted is null ? activity.Quoted : null), quoted,
            [.. pictures.Select(picture => picture.Name)], pictures);
    }

    private static HeardPicture[] Pictures(Heard heard) => !heard.Channel.Capabilities.Pictures ? [] :
    [
        .. (heard.Activity.Attachments ?? []).Take(MostPictures).Index()
            .Where(each => IsPicture(each.Item) && each.Item.ContentUrl is { Length: > 0 and <= LongestSource })
            .Select(each => new HeardPicture(
                PictureNames.Of(heard.Channel.Name, heard.Activity.Conversation!.Id!, heard.Activity.Id!, each.Index), each.Item.ContentUrl!)),
    ];

    private static bool IsPicture(Attachment attachment) => attachment.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true;

    // an id that was never heard tells nothing where the words are told too
    private static string? Quoted(WriteConnection connection, string channel, string conversation, Activity activity)
    {
        if (activity.ReplyToId is { } id && (activity.Quoted is null || ReceptionStatements.IsHeard(connection, channel, conversation, id))) { return id; }
        return activity.Quoted is { } words ? ReceptionStatements.Quoted(connection, channel, conversation, words) : null;
    }

    private static ConversationHeard Conversation(Heard heard)
    {
        ConversationAccount conversation = heard.Activity.Conversation!;
        return new ConversationHeard(heard.Channel.Name, conversation.Id!, IsGroup(conversation), conversation.Name, heard.Activity.ServiceUrl, heard.Reply);
    }

    private static bool IsGroup(ConversationAccount conversation) => conversation.IsGroup ?? true;

    private static string ConversationName(Heard heard, KnownMember member) => IsGroup(heard.Activity.Conversation!)
        ? GroupName(heard)
        : PrivateLine.To(member.Person ?? member.Name);

    private static string GroupName(Heard heard) => Naming.Group(heard.Channel, heard.Activity.Conversation!.Name, heard.Activity.Conversation.Id!);

    /// <param name="unheard">Quoted words that were said where the channel does not hear: they are what the message is about.</param>
    private static string Text(Activity activity, CommunityDirectory directory, string? unheard)
    {
        string text = MentionOfBot(activity, directory).Trim();
        // a wish about one's own words is one whatever it quotes
        bool wishes = Wishes.In(text, directory.BotNames) != Wish.None;
        if (!wishes && unheard?.Trim() is { Length: > 0 } words) { text = $"{text}\n「{words}」".TrimStart(); }
        string[] others = [.. (activity.Attachments ?? []).Take(MostPictures).Select(Named).Where(words => !text.Contains(words, StringComparison.Ordinal))];
        string all = string.Join(' ', others.Prepend(text).Where(words => words.Length > 0));
        return all.Length <= LongestText ? all : all[..(char.IsHighSurrogate(all[LongestText - 1]) ? LongestText - 1 : LongestText)] + CutMark;
    }

    // whatever the vendor calls the bot, here it has the name that the community gave it
    private static string MentionOfBot(Activity activity, CommunityDirectory directory)
    {
        string text = activity.Text ?? "";
        string own = $"@{directory.BotName()} ";
        return (activity.Entities ?? [])
            .Where(entity => entity is { Type: "mention", Text.Length: > 0 } && entity.Mentioned?.Id is { } id && id == activity.Recipient?.Id)
            .Aggregate(text, (words, entity) => words.Replace(entity.Text!, own, StringComparison.Ordinal));
    }

    private static string Named(Attachment attachment) => attachment.ContentType switch
    {
        _ when IsPicture(attachment) => "[图片]",
        { } type when type.StartsWith("audio/", StringComparison.Ordinal) => "[语音]",
        { } type when type.StartsWith("video/", StringComparison.Ordinal) => "[视频]",
        _ when SafeWords.Clean(attachment.Name, 40) is { Length: > 0 } name => $"[文件：{name}]",
        _ => "[文件]",
    };
}
