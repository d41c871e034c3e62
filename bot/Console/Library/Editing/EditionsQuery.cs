using Bot.Answers.Library;
using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Editing;

/// <summary>A document's passages, its versions, and what a citation showed.</summary>
public sealed class EditionsQuery(IDbContextFactory<BotDbContext> contexts)
{
    public async Task<PassagesModel?> PassagesAsync(int id, int? open, int? from, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<ShelfDocument>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } document) { return null; }
        ShelfDocument? draft = document.State == ShelfState.Draft ? null : await db.Set<ShelfDocument>().DraftAsync(document.Name, cancellationToken);
        IReadOnlyList<Chunk> passages = Passages.Of(document);
        int first = from ?? (open is { } shown ? shown / PassagesModel.PerPage * PassagesModel.PerPage : 0);
        return new PassagesModel(document, draft, passages, Math.Clamp(first, 0, Math.Max(0, passages.Count - 1)), open);
    }

    public async Task<VersionsModel?> VersionsAsync(int id, int? before, int? after, bool mayChange, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<ShelfDocument>().ReadableBy(mayChange).FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } document) { return null; }
        List<ShelfDocument> all = await ShelfEditions.Of(db.Set<ShelfDocument>(), document.Name).ToListAsync(cancellationToken);
        List<Edition> editions = [.. all.Select((row, i) => new Edition(i + 1, row))];
        // of a draft the difference to what answers, else of the newest to the one before
        ShelfDocument? newer = Chosen(all, document, after) ?? (document.PublishedAt is null ? document : all.LastOrDefault());
        ShelfDocument? older = Chosen(all, document, before) ?? (newer?.PublishedAt is null ? all.LastOrDefault() : all.LastOrDefault(row => row.PublishedAt < newer.PublishedAt && row.Id != newer.Id));
        IReadOnlyList<DifferentLine> lines = older is null || newer is null ? []
            : LineDifference.Of(Whole(older), Whole(newer));
        editions.Reverse();
        return new VersionsModel(document, editions, older, newer, lines, mayChange);
    }

    /// <param name="at">When the answer was given, in milliseconds; null for now.</param>
    public async Task<CiteModel> CiteAsync(string name, long? at, string? quote, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ShelfDocument> all = await ShelfEditions.Of(db.Set<ShelfDocument>(), name).ToListAsync(cancellationToken);
        DateTimeOffset moment = at is { } known && known < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(0, known)) : DateTimeOffset.MaxValue;
        ShelfDocument? edition = ShelfEditions.At(all, moment);
        // what was said may stand in another version than the clock tells
        if (edition is not null && quote is not null && QuotePlace.Of(edition.ToDocument().Text, quote) is null)
        {
            edition = all.LastOrDefault(row => QuotePlace.Of(row.ToDocument().Text, quote) is not null) ?? edition;
        }
        ShelfDocument? live = all.LastOrDefault(row => row.IsLive);
        return new CiteModel(name, edition, live?.Id == edition?.Id ? null : live, edition is null ? null : QuotePlace.Of(edition.ToDocument().Text, quote), quote);
    }

    /// <summary>What the header says in the words of the pages, then the text.</summary>
    private static string Whole(ShelfDocument row) => string.Join('\n', new (string Label, string? Value)[]
    {
        ("名字", row.Title), ("谁发的", row.Issuer), ("从哪天起", row.Effective?.Text()), ("到哪天止", row.Expires?.Text()), ("被哪份替代", row.SupersededBy),
        ("给谁看", row.Audience), ("只给", row.Grids.Count > 0 ? row.Grids.ToString() : null), ("找谁问", row.Contact),
    }.Where(fact => fact.Value is not null).Select(fact => $"{fact.Label}：{fact.Value}")) + "\n\n" + row.Body;

    private static ShelfDocument? Chosen(List<ShelfDocument> all, ShelfDocument document, int? id) =>
        id is null ? null : id == document.Id ? document : all.Find(row => row.Id == id);
}
