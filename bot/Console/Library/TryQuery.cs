using Bot.Answers;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Grids;
using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library;

/// <summary>试问一句: the way of the group, without its writing.</summary>
public sealed class TryQuery(
    DocumentStore store, CommunityStore community, CommunityClock communityClock, AnswerHours hours, IDbContextFactory<BotDbContext> contexts, TimeProvider clock)
{
    private const int MostShown = 5;
    private const int LongestQuestion = 300;
    private const int Noon = 12;
    private const int MostBefore = 20;

    /// <param name="day">Today when it is none.</param>
    public async Task<TryModel> LoadAsync(string? question, string? group, string? day, string person, bool mayChange, CancellationToken cancellationToken)
    {
        string said = question?.Trim() ?? "";
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = DateOnly.FromDateTime(communityClock.Local(now));
        DateOnly asked = DateOnly.TryParseExact(day, "yyyy-MM-dd", out DateOnly chosen) ? chosen : today;
        string? where = group is not null && community.Current.Groups.ContainsKey(group) ? group : null;
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<QuestionRun> before = await db.Set<QuestionRun>().Where(run => run.Kind == RunKind.One && (mayChange || run.StartedBy == person))
            .OrderByDescending(run => run.StartedAt).Take(MostBefore).ToListAsync(cancellationToken);
        TryModel model = new(new TryAsk(said, where, asked), [.. community.Current.Groups.Keys], null, mayChange, before);
        if (said.Length == 0) { return model; }
        string[] fragments = said[..Math.Min(said.Length, LongestQuestion)].ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        QuestionDesk desk = new(store, community.Current, communityClock);
        DateTimeOffset then = asked == today ? now : communityClock.Instant(asked.ToDateTime(new TimeOnly(Noon, 0)));
        Considered considered = await desk.ConsiderAsync(fragments, then, where, cancellationToken);
        HandOff? item = considered.NeedsPerson ? await WouldBeAsync(db, considered, person, where, now, cancellationToken) : null;
        return model with
        {
            Tried = new Tried(considered, desk.Word(considered, item, now), store.Threshold, await FoundAsync(db, considered, where, asked, cancellationToken)),
        };
    }

    private async Task<HandOff> WouldBeAsync(
        BotDbContext db, Considered considered, string person, string? group, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int last = await db.Set<HandOff>().MaxAsync(item => (int?)item.Number, cancellationToken) ?? 0;
        string where = group ?? community.Current.Groups.Keys.FirstOrDefault() ?? "";
        return HandOffOpening.Open(last + 1, new NewQuestion(considered.Question, person, where, "", "", ""), community.Current, hours, now);
    }

    private async Task<IReadOnlyList<FoundHit>> FoundAsync(
        BotDbContext db, Considered considered, string? group, DateOnly day, CancellationToken cancellationToken)
    {
        string[]? grids = group is null ? null : [.. community.Current.NamesAround(group)];
        HitTest? test = await store.TestAsync(considered.Parts[0].Question, day, grids, cancellationToken);
        Hit[] hits = [.. test?.Hits.Take(MostShown) ?? []];
        string[] names = [.. hits.Select(hit => hit.Document)];
        Dictionary<string, (int Id, int Version)> rows = await db.Set<ShelfDocument>()
            .Live().Where(row => names.Contains(row.Name))
            .ToDictionaryAsync(row => row.Name, row => ValueTuple.Create(row.Id, row.Version), cancellationToken);
        double best = hits.Select(hit => hit.Score).DefaultIfEmpty(1).Max();
        return [.. hits.Select(hit => new FoundHit(
            rows.TryGetValue(hit.Document, out (int Id, int Version) row) ? row.Id : null, row.Version, hit, best > 0 ? hit.Score / best : 0))];
    }
}
