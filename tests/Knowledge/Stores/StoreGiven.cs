using Knowledge;

namespace Tests.Knowledge.Stores;

/// <summary>Documents of the scenarios.</summary>
internal static class StoreGiven
{
    public static readonly DateOnly Day = new(2026, 7, 15);

    public static StoredDocument Document(string name, string body, bool enabled = true, string? title = null) =>
        new(new Document(name, new DocumentHeader(title ?? $"文件{name}"), body), enabled, Fingerprint: null);

    public static StoredDocument With(this StoredDocument stored, Func<DocumentHeader, DocumentHeader> header) =>
        stored with { Document = stored.Document with { Header = header(stored.Document.Header) } };

    public static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
