using Bot.Console.Parts;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Playground;

/// <summary>Finds the decision behind a message of the simulated chat; for the bot's own words, that of the message they quote.</summary>
public sealed class WhyQuery(IDbContextFactory<BotDbContext> contexts, MessageExplainer explainer)
{
    private const string Channel = "webchat";

    public async Task<Why?> LoadAsync(long seq, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Message> messages = db.Set<Message>().AsNoTracking().Where(message => message.Channel == Channel);
        if (await messages.SingleOrDefaultAsync(message => message.Seq == seq, cancellationToken) is not { } asked) { return null; }
        Message? about = asked is { Role: SenderRole.Bot, ReplyTo: { } quoted }
            ? await messages.SingleOrDefaultAsync(message => message.Conversation == asked.Conversation && message.MessageId == quoted, cancellationToken)
            : asked;
        if (about is null or { Role: SenderRole.Bot }) { return new Why(seq, asked.Text, "none", "这是网格小助手自己说的话，不是在答某一条消息。"); }
        if (PrivateLine.Is(about.Conversation)) { return new Why(seq, about.Text, "none", "私信不做识别，只用来回“知道了”。"); }
        MessageDecision? decision = await db.Set<MessageDecision>().AsNoTracking()
            .SingleOrDefaultAsync(known => known.MessageSeq == about.Seq, cancellationToken);
        return decision is null
            ? new Why(seq, about.Text, "waiting", "还没有判断：要等这位把话说完，或者识别程序还在准备。")
            : Of(seq, about, decision) with { Words = Words(explainer.Explain(about, null, decision.Kind)) };
    }

    /// <summary>"＋又坏 －谢谢": towards the kind that was decided and away from it.</summary>
    private static string? Words(MessageExplanation? explanation) => explanation is null ? null : string.Join('　',
        (explanation.Decided ?? explanation.Learned).Pulls.Where(pull => pull.Fragment is not null).Select(pull => (pull.Weight > 0 ? "＋" : "－") + pull.Fragment));

    private static Why Of(long seq, Message about, MessageDecision decision) =>
        new(seq, about.Text, "decided", $"{about.Sender}这句话，判断为“{decision.Kind.Title()}”。")
        {
            Kind = decision.Kind.ToString().ToLowerInvariant(),
            KindTitle = decision.Kind.Title(),
            Category = decision.Category?.Name(),
            Topic = decision.Topic,
            Urgency = decision.Urgency?.Name(),
            UrgencyTitle = decision.Urgency?.Title(),
            Location = decision.Location,
            Ticket = decision.Ticket?.ToString(),
            Opened = decision.Opened,
            Reply = decision.Reply,
            Confidence = decision.Confidence,
            Reason = decision.Reason,
            Engine = decision.Engine,
        };
}
