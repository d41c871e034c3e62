using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Keeps documents as they were read, to be looked at before they count.</summary>
public sealed record DraftDocuments(IReadOnlyList<Document> Documents, ShelfOrigin Origin, string By);

public sealed class DraftDocumentsHandler(WriteQueue writes, TimeProvider clock)
{
    /// <summary>A draft takes the place of the draft of its name.</summary>
    public Task HandleAsync(DraftDocuments command, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        string[] names = [.. command.Documents.Select(document => document.Name)];
        await db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Draft && names.Contains(row.Name)).ExecuteDeleteAsync(token);
        db.AddRange(command.Documents.Select(
            document => ShelfDocument.Of(document, command.Origin, ShelfState.Draft, command.By, clock.GetUtcNow())));
    }, cancellationToken);
}
