using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Keeps documents as they were read, to be looked at before they count.</summary>
/// <param name="From">The version the writer began from; null where it came from elsewhere, and then it stands on what answers now.</param>
public sealed record DraftDocuments(IReadOnlyList<Document> Documents, ShelfOrigin Origin, string By, int? From = null);

public sealed class DraftDocumentsHandler(WriteQueue writes, TimeProvider clock)
{
    /// <summary>A draft takes the place of the draft of its name; somebody else's is put aside and can be brought back.</summary>
    public Task HandleAsync(DraftDocuments command, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        string[] names = [.. command.Documents.Select(document => document.Name)];
        DateTimeOffset now = clock.GetUtcNow();
        List<ShelfDocument> known = await db.Set<ShelfDocument>().AsTracking()
            .Where(row => row.State != ShelfState.Removed && names.Contains(row.Name)).ToListAsync(token);
        foreach (ShelfDocument old in known.Where(row => row.State == ShelfState.Draft))
        {
            if (old.ChangedBy == command.By) { db.Remove(old); }
            else { old.Apply(ShelfAct.Remove, command.By, now); }
        }
        foreach (Document document in command.Documents)
        {
            ShelfDocument draft = ShelfDocument.Of(document, command.Origin, ShelfState.Draft, command.By, now);
            draft.BasedOn = await FromAsync(db, command.From, document.Name, token) ?? known.FirstOrDefault(row => row.IsLive && row.Name == document.Name)?.Id;
            db.Add(draft);
        }
    }, cancellationToken);

    // Who went on from a draft stands on what the draft stood on
    private static async Task<int?> FromAsync(BotDbContext db, int? from, string name, CancellationToken cancellationToken)
    {
        ShelfDocument? begun = from is null ? null
            : await db.Set<ShelfDocument>().FirstOrDefaultAsync(row => row.Id == from && row.Name == name, cancellationToken);
        return begun is { PublishedAt: null } ? begun.BasedOn : begun?.Id;
    }
}
