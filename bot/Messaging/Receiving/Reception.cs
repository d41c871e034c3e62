using Bot.Grids;
using Bot.Messaging.Activities;
using Bot.Messaging.Pictures;
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
                isNew = ReceptionStatements.Conversation(connection, Conversation(heard, owner: null), n => GroupName(heard, n), _clock.GetUtcNow()).IsNew;
                return null;
            },
            cancellationToken);
        if (isNew) { _inbox.GroupsHeard.Set(); }
        return ReceptionOutcome.Ignored;
    }

    private Task<ReceptionOutcome> DeleteAsync(Heard heard, CancellationToken cancellationToken) =>
        IsId(heard.Activity.Id) && IsId(heard.Activity.Conversation?.Id)
            ? _recalls.HandleAsync(heard.Channel.Name, heard.Activity, keep: null, cancellationToken)
            : Task.FromResult(ReceptionOutcome.Malformed);

    // The new words are a message of their own; it comes first, so that no crash loses both
    private async Task<ReceptionOutcome> UpdateAsync(Heard heard, CancellationToken cancellationToken)
    {
        Activity edit = heard.Activity;
        if (!IsWhole(edit) || MessageVersions.IdOf(edit) is not { Length: <= LongestId } version) { return ReceptionOutcome.Malformed; }
        Heard edited = heard with { Activity = edit with { Type = ActivityTypes.Message, Id = version } };
        EditSense sense = EditSense.New;
        ReceptionOutcome outcome = await StoreAsync(edited, (connection, message) => (sense = Edits.SenseOf(connection, Conversation(edited, owner: null), edit.Id!, message)) == EditSense.New, cancellationToken);
        if (sense != EditSense.New) { return sense == EditSense.Unchanged ? ReceptionOutcome.Duplicate : ReceptionOutcome.Ignored; }
        // a wording that was replaced since comes again late
        if (outcome == ReceptionOutcome.Conflict) { return ReceptionOutcome.Duplicate; }
        await _recalls.HandleAsync(heard.Channel.Name, edit, keep: version, cancellationToken);
        return outcome;
    }

    private Task<ReceptionOutcome> MessageAsync(Heard heard, CancellationToken cancellationToken) =>
        IsWhole(heard.Activity) ? StoreAsync(heard, (_, _) => true, cancellationToken) : Task.FromResult(ReceptionOutcome.Malformed);

    /// <param name="heard">What was heard, whole.</param>
    /// <param name="wanted">Asked on the writer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private async Task<ReceptionOutcome> StoreAsync(Heard heard, Func<WriteConnection, InboundMessage, bool> wanted, CancellationToken cancellationToken)
    {
        // the writer is everybody's: what can be done beside it is
        CommunityDirectory directory = _community.Current;
        Spoken spoken = HeardText.Spoken(heard.Activity, directory);
        KnownConversation? known = null;
        AcceptResult? result = await _inbox.AcceptAsync(
            connection => Prepare(connection, heard, directory, spoken, out known) is { } message && wanted(connection, message) ? AsHeard(connection, heard, known, message) : null,
            cancellationToken);
        if (known is { IsNew: true } && IsGroup(heard.Activity.Conversation!)) { _inbox.GroupsHeard.Set(); }
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

    // what was heard before the conversation got its name comes again as what it was then
    private static InboundMessage AsHeard(WriteConnection connection, Heard heard, KnownConversation known, InboundMessage message) =>
        known.HadOthers && ReceptionStatements.Former(connection, Conversation(heard, owner: null), message.MessageId) is (string name, string sender)
            ? message with { Conversation = name, Sender = sender }
            : message;

    // Runs on the writer
    private InboundMessage Prepare(WriteConnection connection, Heard heard, CommunityDirectory directory, Spoken spoken, out KnownConversation known)
    {
        Activity activity = heard.Activity;
        DateTimeOffset now = _clock.GetUtcNow();
        bool fromBot = activity.From!.Role == ChannelAccount.Bot;
        string memberId = activity.From.Id!;
        KnownMember member = ReceptionStatements.Member(connection, heard.Channel.Name, memberId,
            n => Naming.Nth(Naming.Person(directory, activity.From.Name, memberId), n), now);
        LineOwner? owner = fromBot || IsGroup(activity.Conversation!) ? null : new LineOwner(memberId, member.Name, member.Person);
        known = ReceptionStatements.Conversation(connection, Conversation(heard, owner), n => ConversationName(heard, member, n), now);
        string conversation = known.Name;
        string sender = member.Person ?? member.Name;
        SenderRole role = fromBot ? SenderRole.Bot : member.Person is { } person ? SenderRoles.From(directory.RoleOf(person, conversation)) : SenderRole.Resident;
        string? quoted = Quoted(connection, heard.Channel.Name, conversation, activity);
        // words that were never heard may be those of somebody who is not recorded
        string? unheard = quoted is null && activity.Quoted is { } words && !_inbox.MayQuoteUnrecorded(connection, heard.Channel.Name, conversation) ? words : null;
        HeardPicture[] pictures = Pictures(heard);
        string text = HeardText.Of(spoken, activity, directory, unheard);
        return new InboundMessage(heard.Channel.Name, conversation, activity.Id!, sender, role, text, quoted, [.. pictures.Select(picture => picture.Name)], pictures) { SenderId = memberId };
    }

    private static HeardPicture[] Pictures(Heard heard) => !heard.Channel.Capabilities.Pictures ? [] :
    [
        .. (heard.Activity.Attachments ?? []).Take(MostPictures).Index()
            .Where(each => HeardText.IsPicture(each.Item) && each.Item.ContentUrl is { Length: > 0 and <= LongestSource })
            .Select(each => new HeardPicture(
                PictureNames.Of(heard.Channel.Name, heard.Activity.Conversation!.Id!, heard.Activity.Id!, each.Index), each.Item.ContentUrl!)),
    ];

    // an id that was never heard tells nothing where the words are told too
    private static string? Quoted(WriteConnection connection, string channel, string conversation, Activity activity)
    {
        if (activity.ReplyToId is { } id && (activity.Quoted is null || ReceptionStatements.IsHeard(connection, channel, conversation, id))) { return id; }
        return activity.Quoted is { } words ? ReceptionStatements.Quoted(connection, channel, conversation, words) : null;
    }

    private static ConversationHeard Conversation(Heard heard, LineOwner? owner)
    {
        ConversationAccount conversation = heard.Activity.Conversation!;
        return new ConversationHeard(heard.Channel.Name, conversation.Id!, IsGroup(conversation), Naming.Title(conversation.Name), heard.Activity.ServiceUrl, heard.Reply, owner);
    }

    private static bool IsGroup(ConversationAccount conversation) => conversation.IsGroup ?? true;

    // what a bot says alone names nobody's line
    private static string ConversationName(Heard heard, KnownMember member, int n) => IsGroup(heard.Activity.Conversation!)
        ? GroupName(heard, n)
        : PrivateLine.OfMember(member.Name, n);

    private static string GroupName(Heard heard, int n) =>
        Naming.Nth(Naming.Group(heard.Channel.Label, heard.Activity.Conversation!.Name, heard.Activity.Conversation.Id!), n);
}
