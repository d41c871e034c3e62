using Bot.Ai;
using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.SecondOpinion;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Console.Opinions;

public sealed class OpinionsQuery(IDbContextFactory<BotDbContext> contexts, ModelClient model, ModelFigures figures, IOptions<AiOptions> options)
{
    private const int Shown = 20;
    private const int FailuresShown = 10;

    public async Task<OpinionsModel> LoadAsync(Scope scope, bool forAdmin, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        ModelReport? report = forAdmin && model.IsOn ? await ReportAsync(db, cancellationToken) : null;
        return new OpinionsModel(model.IsOn ? model.Model : null, model.IsBroken, await RowsAsync(db, scope, cancellationToken), report);
    }

    private static async Task<IReadOnlyList<OpinionRow>> RowsAsync(BotDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        var rows = await db.Opinions(scope).Where(opinion => opinion.State == OpinionState.Given || opinion.State == OpinionState.Undone)
            .Join(db.Set<Message>(), opinion => opinion.MessageSeq, message => message.Seq, (opinion, message) => new { opinion, message })
            .OrderByDescending(pair => pair.opinion.AskedAt).Take(Shown).ToListAsync(cancellationToken);
        int?[] opened = [.. rows.Where(row => row.opinion.Act == OpinionAct.Open).Select(row => row.opinion.Ticket)];
        List<int> untouched = await db.Set<Ticket>().Where(ticket => opened.Contains(ticket.Number) && ticket.State == TicketState.Captured)
            .Select(ticket => ticket.Number).ToListAsync(cancellationToken);
        IReadOnlyDictionary<(string, string), string> quotes = await db.QuotesAsync(scope, rows.Select(row => row.message), cancellationToken);
        return [.. rows.Select(row => new OpinionRow(row.opinion, SaidMessage.Of(row.message, quotes), CanUndo(row.opinion, untouched)))];
    }

    private static bool CanUndo(AskedOpinion opinion, List<int> untouched) => opinion.State == OpinionState.Given && opinion.Act switch
    {
        OpinionAct.Open => untouched.Contains(opinion.Ticket ?? 0),
        OpinionAct.Join or OpinionAct.Dismiss or OpinionAct.ToReview => true,
        _ => false,
    };

    private async Task<ModelReport> ReportAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        (ModelUse today, ModelUse month) = await figures.LoadAsync(cancellationToken);
        List<AskedOpinion> failures = await db.Set<AskedOpinion>()
            .Where(opinion => opinion.Outcome != null && opinion.Outcome != ModelOutcome.Accepted && opinion.Outcome != ModelOutcome.Overruled)
            .OrderByDescending(opinion => opinion.AskedAt).Take(FailuresShown).ToListAsync(cancellationToken);
        int waiting = await db.Set<AskedOpinion>().CountAsync(opinion => opinion.State == OpinionState.Waiting, cancellationToken);
        return new ModelReport(new Uri(options.Value.Endpoint!).Authority, today, month, waiting, failures, options.Value.CallsPerHour, options.Value.TokensPerDay);
    }
}
