using Bot.Answers;
using Bot.Answers.Library;
using Bot.Console.Library.Disagreements;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library;

/// <summary>The documents, where each stands today, and what is to be done about them.</summary>
public sealed class LibraryQuery(IDbContextFactory<BotDbContext> contexts, DocumentStore store, CommunityStore directory, CommunityClock community,
    DisagreementQuery disagreements, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(community.Local(clock.GetUtcNow()));

    public async Task<LibraryModel> LoadAsync(LibraryFilter filter, bool isAdmin, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IReadOnlyList<LibraryRow> all = await RowsAsync(db, cancellationToken);
        LibraryRow[] found = [.. all.Where(filter.Holds)];
        return new LibraryModel(
            filter,
            [.. found.Skip((filter.Page - 1) * LibraryModel.PerPage).Take(LibraryModel.PerPage)],
            found.Length,
            all.Count(row => row.Document.IsLive),
            await db.Set<HandOff>().CountAsync(item => item.State == HandOffState.Waiting, cancellationToken),
            all.Count(row => row.Standing == Standing.Ending),
            all.Count(row => row.Standing == Standing.Draft),
            isAdmin,
            store.Problem,
            !store.IsOpen || !store.Settled.IsCompleted)
        {
            Moving = store.Moving,
            IsOnServer = store.IsOnServer,
            Disagreements = (await disagreements.LoadAsync(scope, cancellationToken)).Count,
        };
    }

    /// <summary>One document with its text and its passages; null when there is none.</summary>
    public async Task<DocumentModel?> DocumentAsync(int id, bool isAdmin, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<ShelfDocument>().ReadableBy(isAdmin).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } document) { return null; }
        int asked = await db.Set<AskedQuestion>().CountAsync(question => question.Document == document.Name && question.Answered, cancellationToken);
        ShelfDocument? successor = await db.Set<ShelfDocument>().SuccessorAsync(document, cancellationToken);
        int editions = await db.Set<ShelfDocument>().CountAsync(row => row.Name == document.Name && row.PublishedAt != null, cancellationToken);
        ShelfDocument? live = await db.Set<ShelfDocument>().LiveAsync(document.Name, cancellationToken);
        ShelfDocument? other = document.IsLive ? await db.Set<ShelfDocument>().DraftAsync(document.Name, cancellationToken) : live;
        return new DocumentModel(
            document, document.On(Today, successor?.Effective), successor, Passages.Of(document), asked, isAdmin, editions, other,
            document.State == ShelfState.Draft && live is not null && document.BasedOn != live.Id);
    }

    public async Task<DraftsModel> DraftsAsync(IReadOnlyList<UploadResult> brought, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<ShelfDocument> all = db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Draft);
        List<ShelfDocument> drafts = await all.OrderByDescending(row => row.Id).Take(UploadReader.MostFiles).ToListAsync(cancellationToken);
        string[] names = [.. drafts.Select(draft => draft.Name)];
        Dictionary<string, string> replaced = await db.Set<ShelfDocument>()
            .Live().Where(row => names.Contains(row.Name))
            .ToDictionaryAsync(row => row.Name, row => row.Title, cancellationToken);
        return new DraftsModel([.. drafts.Select(draft => new DraftRow(draft, Passages.Of(draft), replaced.GetValueOrDefault(draft.Name)))],
            [.. (await all.OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Version }).ToListAsync(cancellationToken)).Select(row => $"{row.Id}.{row.Version}")],
            brought, Today);
    }

    /// <param name="kept">What was typed into a form that could not be kept; else the document to begin from is read.</param>
    public async Task<WriteModel> WriteAsync(int? from, WriteForm? kept, string? error, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        ShelfDocument? begin = from is null ? null : await db.Set<ShelfDocument>().SingleOrDefaultAsync(row => row.Id == from, cancellationToken);
        WriteForm form = kept ?? (begin is null ? new WriteForm { Effective = Today.ToString("yyyy-MM-dd") } : WriteForm.Of(begin));
        List<ShelfDocument> all = await WithoutTexts(db.Set<ShelfDocument>()).ToListAsync(cancellationToken);
        return new WriteModel(form, [.. all.Where(row => row.IsLive && row.Name != form.Name).OrderBy(row => row.Title, StringComparer.Ordinal)], GridChoices.Of(directory.Current), error);
    }

    private async Task<IReadOnlyList<LibraryRow>> RowsAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        // former versions stand on the page of their document
        List<ShelfDocument> rows = await WithoutTexts(db.Set<ShelfDocument>().Where(row => row.ReplacedAt == null)).ToListAsync(cancellationToken);
        ILookup<string, ShelfDocument> live = rows.Where(row => row.IsLive).ToLookup(row => row.Name);
        DateOnly? Successor(ShelfDocument row) => ShelfEditions.SuccessorOf(row, name => live[name].FirstOrDefault())?.Effective;
        return [.. rows.Select(row => new LibraryRow(row, row.On(Today, Successor(row))))
            .OrderBy(row => row.Standing is Standing.Expired or Standing.Replaced or Standing.Disabled)
            .ThenByDescending(row => row.Standing == Standing.Ending)
            .ThenByDescending(row => row.Document.ChangedAt).ThenBy(row => row.Document.Title, StringComparer.Ordinal)];
    }

    private static IQueryable<ShelfDocument> WithoutTexts(IQueryable<ShelfDocument> rows) => rows.Select(row => new ShelfDocument
    {
        Id = row.Id,
        Name = row.Name,
        Title = row.Title,
        Issuer = row.Issuer,
        Effective = row.Effective,
        Expires = row.Expires,
        SupersededBy = row.SupersededBy,
        Body = "",
        Origin = row.Origin,
        State = row.State,
        AddedBy = row.AddedBy,
        ChangedBy = row.ChangedBy,
        ChangedAt = row.ChangedAt,
        Version = row.Version,
    });
}
