using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Channels.BotFramework;

/// <param name="Conversation">The channel's own id of it.</param>
internal sealed record Line(string ServiceUrl, string Conversation);

/// <summary>
/// Begins a conversation with one member who has never written to the bot alone. The channel answers the same conversation however often
/// it is asked, so it is kept in memory only; once the member has answered it is known like any other.
/// </summary>
internal sealed class PrivateLines(
    IOptions<BotFrameworkOptions> options, Connector connector, MemberBook members, CommunityStore community, IDbContextFactory<BotDbContext> contexts)
{
    private const string Teams = "msteams";
    private readonly ConcurrentDictionary<string, Line> _begun = new(StringComparer.Ordinal);

    public bool Reaches(string person) => members.IdsOf(BotFrameworkChannel.ChannelName, person).Count > 0;

    public async Task<(Line? Line, SendResult? Refusal)> WithAsync(string person, CancellationToken cancellationToken)
    {
        if (members.IdsOf(BotFrameworkChannel.ChannelName, person) is not [string member, ..]) { return (null, new SendResult(SendOutcome.Refused, "渠道里还不知道这个人是谁，请在 更多 → 渠道 里说明")); }
        if (_begun.TryGetValue(member, out Line? begun)) { return (begun, null); }
        if (await ServiceUrlAsync(person, member, cancellationToken) is not { } url) { return (null, new SendResult(SendOutcome.Refused, "还不知道往哪里发，要先在一个群里听到一句话")); }
        if (!options.Value.MayAnswer(url)) { return (null, new SendResult(SendOutcome.Refused, "那里的回话网址不是 https，也不在配置里")); }
        SendResult result = await connector.BeginAsync(url, Parameters(member), cancellationToken);
        if (result is { Outcome: SendOutcome.Sent, SentAs: { Length: > 0 } conversation }) { return (_begun[member] = new Line(url, conversation), null); }
        // nothing was said by asking
        return (null, result.Outcome is SendOutcome.Unknown or SendOutcome.Sent ? result with { Outcome = SendOutcome.TryLater, Error = result.Error ?? "对方没有说出会话的编号" } : result);
    }

    // Addresses lie here only from activities that were believed. Best is where that person was heard: a stranger of elsewhere may have brought
    // the newest; of the others the oldest
    private async Task<string?> ServiceUrlAsync(string person, string member, CancellationToken cancellationToken)
    {
        string prefix = ExternalIds.In(ExternalIds.ChannelOf(member), "");
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<ConversationReference> known = db.Set<ConversationReference>()
            .Where(known => known.Channel == BotFrameworkChannel.ChannelName && known.ServiceUrl != null && known.ExternalId.StartsWith(prefix));
        string? name = await db.Set<Member>().Where(one => one.Channel == BotFrameworkChannel.ChannelName && one.ExternalId == member).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken);
        IQueryable<Message> said = db.Set<Message>().Where(message => message.Channel == BotFrameworkChannel.ChannelName && (message.Sender == person || message.Sender == name));
        return await known.Where(one => said.Any(message => message.Conversation == one.Name)).OrderByDescending(one => one.Id).Select(one => one.ServiceUrl).FirstOrDefaultAsync(cancellationToken)
            ?? await known.OrderBy(one => one.Id).Select(one => one.ServiceUrl).FirstOrDefaultAsync(cancellationToken);
    }

    private byte[] Parameters(string member)
    {
        string own = options.Value.AppId ?? "bot";
        string bot = ExternalIds.ChannelOf(member) == Teams ? $"28:{own}" : own;
        return JsonSerializer.SerializeToUtf8Bytes(
            new NewConversation(new ChannelAccount(bot, community.Current.BotName()), [new ChannelAccount(ExternalIds.Own(member))], IsGroup: false, options.Value.Tenant), Activity.Json);
    }

    private sealed record NewConversation(ChannelAccount Bot, IReadOnlyList<ChannelAccount> Members, bool IsGroup, string? TenantId);
}
