using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Knowledge.Storage;

/// <summary>A document as a row of the store's table.</summary>
internal static class DocumentRow
{
    public const string Upsert = """
        INSERT OR REPLACE INTO documents (name, title, issuer, effective, expires, superseded_by, audience, contact, grids, body, enabled, fingerprint)
        VALUES ($name, $title, $issuer, $effective, $expires, $superseded_by, $audience, $contact, $grids, $body, $enabled, $fingerprint)
        """;

    private const string DayFormat = "yyyy-MM-dd";

    public static StoredDocument Read(SqliteDataReader row) => new(
        new Document(
            row.GetString(row.GetOrdinal("name")),
            new DocumentHeader(
                row.GetString(row.GetOrdinal("title")), Text(row, "issuer"), Day(row, "effective"), Day(row, "expires"),
                Text(row, "superseded_by"), Text(row, "audience"), Text(row, "contact"))
            { Grids = NameList.Parse(Text(row, "grids")) },
            row.GetString(row.GetOrdinal("body"))),
        row.GetBoolean(row.GetOrdinal("enabled")),
        Text(row, "fingerprint"));

    public static void Bind(SqliteParameterCollection parameters, StoredDocument stored)
    {
        DocumentHeader header = stored.Document.Header;
        parameters.AddWithValue("$name", stored.Document.Name);
        parameters.AddWithValue("$title", header.Title);
        parameters.AddWithValue("$issuer", OrNull(header.Issuer));
        parameters.AddWithValue("$effective", OrNull(header.Effective?.ToString(DayFormat, CultureInfo.InvariantCulture)));
        parameters.AddWithValue("$expires", OrNull(header.Expires?.ToString(DayFormat, CultureInfo.InvariantCulture)));
        parameters.AddWithValue("$superseded_by", OrNull(header.SupersededBy));
        parameters.AddWithValue("$audience", OrNull(header.Audience));
        parameters.AddWithValue("$contact", OrNull(header.Contact));
        parameters.AddWithValue("$grids", header.Grids.Count == 0 ? DBNull.Value : header.Grids.ToString());
        parameters.AddWithValue("$body", stored.Document.Body);
        parameters.AddWithValue("$enabled", stored.Enabled);
        parameters.AddWithValue("$fingerprint", OrNull(stored.Fingerprint));
    }

    private static object OrNull(string? value) => (object?)value ?? DBNull.Value;

    private static string? Text(SqliteDataReader row, string column) =>
        row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);

    private static DateOnly? Day(SqliteDataReader row, string column) =>
        Text(row, column) is { } text ? DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture) : null;
}
