using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WebChat;

/// <summary>Reads conversations of the simulated chat.</summary>
public sealed class Conversations(IDbContextFactory<BotDbContext> contexts, CommunityStore community, PhotoStore photos, IOptions<CommunityOptions> options)
{
    private const int QuoteLength = 60;
    private const int LookedBack = 200;

    /// <summary>The newest, oldest first.</summary>
    public async Task<IReadOnlyList<ChatMessageView>> LastAsync(string conversation, int count, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Message> messages = await Of(db, conversation).OrderByDescending(message => message.Seq).Take(count).ToListAsync(cancellationToken);
        messages.Reverse();
        return await ShowAsync(db, conversation, messages, cancellationToken);
    }

    public async Task<IReadOnlyList<ChatMessageView>> AfterAsync(string conversation, long seq, int limit, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Message> messages = await Of(db, conversation).Where(message => message.Seq > seq)
            .OrderBy(message => message.Seq).Take(limit).ToListAsync(cancellationToken);
        return await ShowAsync(db, conversation, messages, cancellationToken);
    }

    /// <summary>What the bot took back since, among the latest.</summary>
    public async Task<IReadOnlyList<ChatMessageView>> RecalledAfterAsync(string conversation, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Message> recalled = await Of(db, conversation).OrderByDescending(message => message.Seq).Take(LookedBack)
            .Where(message => message.RecalledAt > since).ToListAsync(cancellationToken);
        return await ShowAsync(db, conversation, recalled, cancellationToken);
    }

    private static IQueryable<Message> Of(BotDbContext db, string conversation) =>
        db.Set<Message>().AsNoTracking().Where(message => message.Channel == WebChatChannel.ChannelName && message.Conversation == conversation);

    private async Task<IReadOnlyList<ChatMessageView>> ShowAsync(BotDbContext db, string conversation, List<Message> messages, CancellationToken cancellationToken)
    {
        string[] quoted = [.. messages.Select(message => message.ReplyTo).OfType<string>().Distinct()];
        Dictionary<string, string> quotes = quoted.Length == 0 ? [] : await Of(db, conversation)
            .Where(message => quoted.Contains(message.MessageId))
            .ToDictionaryAsync(message => message.MessageId, message => $"{message.Sender}：{Short(message)}", cancellationToken);
        CommunityDirectory directory = community.Current;
        return [.. messages.Select(message => Show(message, directory, quotes))];
    }

    private ChatMessageView Show(Message message, CommunityDirectory directory, Dictionary<string, string> quotes) => new(
        message.Seq,
        message.MessageId,
        message.Sender,
        message.Role is SenderRole.Bot or SenderRole.Resident ? null : directory.PersonNamed(message.Sender)?.Title,
        message.Role == SenderRole.Bot,
        message.RecalledAt is null ? message.Text : "已撤回",
        message.ReplyTo,
        message.ReplyTo is { } id ? quotes.GetValueOrDefault(id) : null,
        [.. message.Images.Where(name => photos.Find(name) is not null)],
        TimeZoneInfo.ConvertTime(message.Time, options.Value.Zone).ToString("M月d日 HH:mm"),
        message.RecalledAt is not null);

    private static string Short(Message message) =>
        message.RecalledAt is not null ? "已撤回" : message.Text.Length == 0 ? "[图片]" : message.Text.Length <= QuoteLength ? message.Text : message.Text[..QuoteLength] + "…";
}
