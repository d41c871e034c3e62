using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Keeps documents as they were read, to be looked at before they count.</summary>
/// <param name="Notes">By the document's name: what was left out of it.</param>
/// <param name="From">The version the writer began from; null where it came from elsewhere, and then it stands on what answers now.</param>
public sealed record DraftDocuments(
    IReadOnlyList<Document> Documents, ShelfOrigin Origin, string By, int? From = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Notes = null);

public sealed class DraftDocumentsHandler(WriteQueue writes, TimeProvider clock)
{
    /// <summary>
    /// A draft takes the place of the draft of its name; somebody else's is put aside and can be brought back. What was brought
    /// and says the same as what answers becomes none.
    /// </summary>
    /// <returns>The names of those that say the same as what answers.</returns>
    public Task<IReadOnlyList<string>> HandleAsync(DraftDocuments command, CancellationToken cancellationToken) => writes.RunAsync<IReadOnlyList<string>>(async (db, token) =>
    {
        string[] names = [.. command.Documents.Select(document => document.Name)];
        DateTimeOffset now = clock.GetUtcNow();
        List<ShelfDocument> known = await db.Set<ShelfDocument>().AsTracking()
            .Where(row => row.State != ShelfState.Removed && names.Contains(row.Name)).ToListAsync(token);
        Dictionary<string, ShelfDocument> live = known.Where(row => row.IsLive).ToDictionary(row => row.Name);
        Document[] same = command.Origin != ShelfOrigin.Upload ? []
            : [.. command.Documents.Where(document => live.TryGetValue(document.Name, out ShelfDocument? row) && row.State == ShelfState.Active && row.ToDocument() == document)];
        foreach (Document document in command.Documents.Except(same))
        {
            ShelfDocument? old = known.Find(row => row.State == ShelfState.Draft && row.Name == document.Name);
            ShelfDocument? begun = await BegunAsync(db, command.From, document.Name, token);
            ShelfDocument draft = ShelfDocument.Of(document, OriginOf(document, command.Origin), ShelfState.Draft, command.By, now);
            draft.BasedOn = begun is null ? live.GetValueOrDefault(document.Name)?.Id : begun.PublishedAt is null ? begun.BasedOn : begun.Id;
            // who goes on from what was brought has not seen more of it
            draft.Notes = command.Notes?.GetValueOrDefault(document.Name) is { Count: > 0 } notes ? string.Join('\n', notes) : begun?.Notes;
            db.Add(draft);
            if (old?.ChangedBy == command.By) { db.Remove(old); }
            else { old?.Apply(ShelfAct.Remove, command.By, now); }
        }
        return [.. same.Select(document => document.Name)];
    }, cancellationToken);

    private static ShelfOrigin OriginOf(Document document, ShelfOrigin origin) =>
        origin == ShelfOrigin.Upload && document.Name.StartsWith(SaveStandardAnswerHandler.Folder, StringComparison.Ordinal) ? ShelfOrigin.Answer : origin;

    private static async Task<ShelfDocument?> BegunAsync(BotDbContext db, int? from, string name, CancellationToken cancellationToken) => from is null ? null
        : await db.Set<ShelfDocument>().FirstOrDefaultAsync(row => row.Id == from && row.Name == name, cancellationToken);
}
