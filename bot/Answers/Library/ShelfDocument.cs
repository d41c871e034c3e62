using Knowledge;

namespace Bot.Answers.Library;

/// <summary>A document of the community, with what its header says. The knowledge base is an index over these rows.</summary>
public sealed class ShelfDocument
{
    public int Id { get; set; }

    /// <summary>At most one document of a name is active or disabled; older versions are removed ones.</summary>
    public required string Name { get; set; }
    public required string Title { get; set; }
    public string? Issuer { get; set; }
    public DateOnly? Effective { get; set; }
    public DateOnly? Expires { get; set; }
    public string? SupersededBy { get; set; }
    public string? Audience { get; set; }

    /// <summary>Grids and compounds for whose residents alone it holds; empty for all.</summary>
    public NameList Grids { get; set; } = NameList.Empty;
    public string? Contact { get; set; }

    /// <summary>Markdown without the header.</summary>
    public required string Body { get; set; }
    public ShelfOrigin Origin { get; set; }
    public ShelfState State { get; set; }

    /// <summary>What it was when it was removed; null while it is not.</summary>
    public ShelfState? RemovedFrom { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public required string AddedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }

    /// <summary>When it became a version that answers; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
    public string? PublishedBy { get; set; }

    /// <summary>When the next version took its place; null for the latest.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>The version it was made from, or brings back; null for a new document.</summary>
    public int? BasedOn { get; set; }

    /// <summary>The run of the regression questions before it was published; null when there was none.</summary>
    public int? CheckRun { get; set; }

    /// <summary>Why it was published although questions came out worse; null otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>What was left out of the file it was read from, a line each; null when nothing was or it came from no file.</summary>
    public string? Notes { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }

    public bool IsLive => State is ShelfState.Active or ShelfState.Disabled;

    public DocumentHeader Header => new(Title, Issuer, Effective, Expires, SupersededBy, Audience, Contact) { Grids = Grids };

    public Document ToDocument() => new(Name, Header, Body);

    public StoredDocument ToStored(bool enabled) => new(ToDocument(), enabled, Fingerprint: null);

    public static ShelfDocument Of(Document document, ShelfOrigin origin, ShelfState state, string by, DateTimeOffset at) => new()
    {
        Name = document.Name,
        Title = document.Header.Title,
        Issuer = document.Header.Issuer,
        Effective = document.Header.Effective,
        Expires = document.Header.Expires,
        SupersededBy = document.Header.SupersededBy,
        Audience = document.Header.Audience,
        Contact = document.Header.Contact,
        Grids = document.Header.Grids,
        Body = document.Body,
        Origin = origin,
        State = state,
        AddedAt = at,
        AddedBy = by,
        PublishedAt = state == ShelfState.Draft ? null : at,
        PublishedBy = state == ShelfState.Draft ? null : by,
        ChangedAt = at,
        ChangedBy = by,
    };

    /// <summary>Null when done, else why not.</summary>
    public string? Apply(ShelfAct act, string by, DateTimeOffset at)
    {
        if (Next(act) is not { } next) { return Refusal(act); }
        RemovedFrom = next == ShelfState.Removed ? State : null;
        State = next;
        ChangedBy = by;
        ChangedAt = at;
        Version++;
        return null;
    }

    /// <summary>Of a draft: what was checked before is no longer what stands here.</summary>
    public void Rewrite(string body, string by, DateTimeOffset at)
    {
        (Body, ChangedBy, ChangedAt, CheckRun) = (body, by, at, null);
        Version++;
    }

    /// <summary>A newer version takes its place.</summary>
    public void GiveWay(string by, DateTimeOffset at)
    {
        Apply(ShelfAct.Remove, by, at);
        ReplacedAt = at;
    }

    private ShelfState? Next(ShelfAct act) => (act, State) switch
    {
        (ShelfAct.Publish, ShelfState.Draft) => ShelfState.Active,
        (ShelfAct.Enable, ShelfState.Disabled) => ShelfState.Active,
        (ShelfAct.Disable, ShelfState.Active) => ShelfState.Disabled,
        (ShelfAct.Remove, ShelfState.Draft or ShelfState.Active or ShelfState.Disabled) => ShelfState.Removed,
        (ShelfAct.Restore, ShelfState.Removed) => RemovedFrom ?? ShelfState.Active,
        _ => null,
    };

    private string Refusal(ShelfAct act) => State switch
    {
        ShelfState.Removed => $"《{Title}》已被{ChangedBy}删除",
        ShelfState.Disabled => $"《{Title}》已被{ChangedBy}停用",
        ShelfState.Draft => $"《{Title}》还没有发布",
        _ when act == ShelfAct.Publish => $"《{Title}》已经发布了",
        _ => $"《{Title}》正在用",
    };
}
