using Bot.Answers;
using Bot.Answers.Library;
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

    public async Task<TryModel> LoadAsync(string? question, string person, CancellationToken cancellationToken)
    {
        string said = question?.Trim() ?? "";
        if (said.Length == 0) { return new TryModel(null, null); }
        string[] fragments = said[..Math.Min(said.Length, LongestQuestion)].ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset now = clock.GetUtcNow();
        QuestionDesk desk = new(store, community.Current, communityClock);
        Considered considered = await desk.ConsiderAsync(fragments, now, group: null, cancellationToken);
        HandOff? item = considered.NeedsPerson ? await WouldBeAsync(db, considered, person, now, cancellationToken) : null;
        return new TryModel(said, new Tried(considered, desk.Word(considered, item, now), store.Threshold, await FoundAsync(db, considered, cancellationToken)));
    }

    private async Task<HandOff> WouldBeAsync(BotDbContext db, Considered considered, string person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int last = await db.Set<HandOff>().MaxAsync(item => (int?)item.Number, cancellationToken) ?? 0;
        string group = community.Current.Groups.Keys.FirstOrDefault() ?? "";
        return HandOffOpening.Open(last + 1, new NewQuestion(considered.Question, person, group, "", "", ""), community.Current, hours, now);
    }

    private static async Task<IReadOnlyList<FoundPassage>> FoundAsync(BotDbContext db, Considered considered, CancellationToken cancellationToken)
    {
        RankedDocument[] ranked = [.. considered.Parts[0].Answer?.Documents.Take(MostShown) ?? []];
        string[] names = [.. ranked.Select(document => document.Document)];
        Dictionary<string, ShelfDocument> rows = await db.Set<ShelfDocument>()
            .Where(row => row.State == ShelfState.Active && names.Contains(row.Name)).ToDictionaryAsync(row => row.Name, cancellationToken);
        double best = ranked.Select(document => document.Score).DefaultIfEmpty(1).Max();
        return [.. ranked.Select(document => new FoundPassage(
            rows.GetValueOrDefault(document.Document)?.Id, document, best > 0 ? document.Score / best : 0,
            Nearest(considered, document.Document, rows.GetValueOrDefault(document.Document))))];
    }

    private static Chunk? Nearest(Considered considered, string name, ShelfDocument? row)
    {
        AskedPart part = considered.Parts[0];
        IReadOnlyList<Chunk> passages = row is null ? [] : Passages.Of(row);
        return part.Answer?.Best is { } best && best.Document == name
            ? passages.FirstOrDefault(passage => passage.Text == best.Passage) ?? new Chunk(name, [best.Section], best.Passage)
            : passages.MaxBy(passage => MatchedWords.Of(passage.Section + "\n" + passage.Text, part.Question).Sum(word => word.Length));
    }
}
