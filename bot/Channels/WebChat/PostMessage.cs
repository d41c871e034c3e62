using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Bot.Storage;

namespace Bot.Channels.WebChat;

/// <summary>Takes a message of the simulated chat in; answers after it is durable.</summary>
public sealed class PostMessageHandler
{
    public const int LongestText = 4000;
    public const int MostImages = 9;
    private const int LongestName = 100;

    private readonly CommunityStore _community;
    private readonly Inbox _inbox;
    private readonly ConversationFeed _feed;

    internal PostMessageHandler(CommunityStore community, Inbox inbox, ConversationFeed feed) =>
        (_community, _inbox, _feed) = (community, inbox, feed);

    public async Task<PostResult> HandleAsync(ChatPost post, CancellationToken cancellationToken)
    {
        CommunityDirectory directory = _community.Current;
        if (Error(post, directory) is { } error) { return new PostResult.Refused(StatusCodes.Status400BadRequest, error); }
        AcceptResult result = await _inbox.AcceptAsync(Inbound(post, directory), cancellationToken);
        if (result.Outcome == AcceptOutcome.Conflict)
        {
            return new PostResult.Refused(StatusCodes.Status409Conflict, $"编号“{post.Id}”已经用在另一条消息上，这一条没有存。请换一个编号。");
        }
        if (result.Outcome == AcceptOutcome.Accepted) { _feed.Notify(post.Group!); }
        Steps.Reached(Steps.Acknowledged);
        return new PostResult.Stored(new ChatReceipt(result.Seq, result.Outcome == AcceptOutcome.Duplicate, result.Outcome != AcceptOutcome.Unrecorded));
    }

    private static InboundMessage Inbound(ChatPost post, CommunityDirectory directory) => new(
        WebChatChannel.ChannelName,
        post.Group!,
        string.IsNullOrEmpty(post.Id) ? Guid.NewGuid().ToString("N") : post.Id,
        post.Person!,
        SenderRoles.From(directory.RoleOf(post.Person!, post.Group!)),
        post.Text ?? "",
        string.IsNullOrEmpty(post.ReplyTo) ? null : post.ReplyTo,
        post.Images);

    private static string? Error(ChatPost post, CommunityDirectory directory) => post switch
    {
        { Person: null or "" } => "没有写是谁说的（person）。",
        { Group: null or "" } => "没有写在哪个群说的（group）。",
        _ when directory.PersonNamed(post.Person) is null => $"没有“{Short(post.Person)}”这个人。请从名单里选一位。",
        _ when PrivateLine.Is(post.Group) => PrivateLine.PersonOf(post.Group) == post.Person ? ContentError(post) : "只能在自己的私信里说话。",
        _ when !directory.Groups.ContainsKey(post.Group) => $"没有“{Short(post.Group)}”这个群。请从名单里选一个。",
        _ when !directory.GroupsOf(post.Person).Contains(post.Group) => $"“{Short(post.Person)}”不在“{Short(post.Group)}”里。请换一个群或换一个人。",
        _ => ContentError(post),
    };

    private static string? ContentError(ChatPost post) => post switch
    {
        { Images.Count: > MostImages } => $"一次最多 {MostImages} 张照片。",
        { Images: { } images } when images.Any(name => !PhotoStore.IsName(name)) => "照片的名字不对，请重新选照片。",
        { Text.Length: > LongestText } => $"这条消息有 {post.Text.Length} 个字，最多 {LongestText} 个字。请分成几条发。",
        { Id.Length: > LongestName } or { ReplyTo.Length: > LongestName } => $"消息编号最多 {LongestName} 个字符。",
        // the bot's own words are stored under ids with one: whoever took such an id first would silence them
        { Id: { } id } when id.Contains(':') => "消息编号里不能有冒号。",
        _ when string.IsNullOrWhiteSpace(post.Text) && post.Images is null or { Count: 0 } => "消息是空的，请写点什么再发。",
        _ => null,
    };

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}

public abstract record PostResult
{
    public sealed record Stored(ChatReceipt Receipt) : PostResult;

    public sealed record Refused(int Status, string Error) : PostResult;
}
