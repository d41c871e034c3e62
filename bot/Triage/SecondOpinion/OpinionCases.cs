using Bot.Ai.Prompts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Triage.SecondOpinion;

/// <summary>Loads what a model is to be shown of a doubtful matter.</summary>
public sealed class OpinionCases(
    IDbContextFactory<BotDbContext> contexts, CommunityStore community, PromptLibrary prompts, IOptions<SecondOpinionOptions> options)
{
    private const string Prompt = "triage/second-opinion";
    private const int MostTickets = 8;
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(30);

    /// <summary>Null when there is nothing to ask: a person was faster, or the words are meant for a model and belong before people.</summary>
    public async Task<OpinionCase?> LoadAsync(AskedOpinion asked, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        MessageDecision? decision = await db.Set<MessageDecision>().FirstOrDefaultAsync(decision => decision.MessageSeq == asked.MessageSeq, cancellationToken);
        long[] seqs = [asked.MessageSeq, .. asked.Parts];
        List<Message> said = await db.Set<Message>().Where(message => seqs.Contains(message.Seq)).OrderBy(message => message.Seq).ToListAsync(cancellationToken);
        if (!asked.IsOpenTo(decision) || said.Count == 0 || said.Exists(message => Instructions.In(message.Text))) { return null; }

        List<Ticket> tickets = await TicketsAsync(db, said[0].Conversation, cancellationToken);
        string data = OpinionData.Write(
            community.Current, said, await AroundAsync(db, said, before: true, cancellationToken), await AroundAsync(db, said, before: false, cancellationToken), tickets);
        PromptFile prompt = prompts.Get(Prompt);
        Dictionary<string, string> values = new()
        {
            ["categories"] = string.Join('、', OpinionSchema.Categories),
            ["topics"] = string.Join('、', Topics.All),
            ["data"] = data,
        };
        return new OpinionCase(prompt.Render(values, OpinionSchema.Json), prompt.Title, [.. tickets.Select(ticket => ticket.Number)]);
    }

    private static Task<List<Ticket>> TicketsAsync(BotDbContext db, string group, CancellationToken cancellationToken) => db.Set<Ticket>()
        .Where(ticket => ticket.Group == group && ticket.Urgency != Urgency.Emergency && Ticket.OpenStates.Contains(ticket.State))
        .OrderByDescending(ticket => ticket.Number).Take(MostTickets).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<Message>> AroundAsync(BotDbContext db, List<Message> said, bool before, CancellationToken cancellationToken)
    {
        Message first = said[0], last = said[^1];
        DateTimeOffset from = first.Time - Near, to = last.Time + Near;
        IQueryable<Message> group = db.Set<Message>().Where(message => message.Channel == first.Channel && message.Conversation == first.Conversation
            && message.Role != SenderRole.Bot && message.Time >= from && message.Time <= to);
        List<Message> around = before
            ? await group.Where(message => message.Seq < first.Seq).OrderByDescending(message => message.Seq).Take(options.Value.ContextLines).ToListAsync(cancellationToken)
            : await group.Where(message => message.Seq > last.Seq).OrderBy(message => message.Seq).Take(options.Value.ContextLines).ToListAsync(cancellationToken);
        return [.. around.Where(message => !Instructions.In(message.Text)).OrderBy(message => message.Seq)];
    }
}
