using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>Takes a person's words and names out of the texts of others, column by column. Looked up beside the writer, written in small parts.</summary>
internal sealed partial class TextSweep(PersonWords words, WordTraces traces, IReadOnlyList<NameSweep> names, IReadOnlyDictionary<string, string> homes)
{
    private const int Batch = 100;

    /// <returns>How many texts were changed.</returns>
    public async Task<int> RunAsync(IDbContextFactory<BotDbContext> contexts, WriteQueue writes, CancellationToken cancellationToken)
    {
        int changed = 0;
        foreach (TextColumn column in TextColumns.All)
        {
            List<Change> changes;
            await using (BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                changes = await ChangesAsync(db, column, cancellationToken);
            }
            foreach (Change[] some in changes.Chunk(Batch))
            {
                changed += await writes.RunStatementsAsync(connection => some.Sum(change => Write(connection, column, change)), cancellationToken);
            }
        }
        return changed;
    }

    /// <summary>The text without the person; null for no text at all.</summary>
    /// <param name="theirs">Whether it is about their words.</param>
    /// <param name="namesThem">Whether their name in it is theirs.</param>
    public string? Rewritten(TextColumn column, string text, bool theirs, bool namesThem)
    {
        if (column.IsJson) { return Json(text, theirs, namesThem); }
        if (theirs && column.Voice == Voice.Ours && traces.In(text)) { return column.Empties ? null : GoneWords.Erased; }
        string rest = WithoutCopies(column, text);
        if (column.Empties && rest != text && GoneWords.IsAllOf(rest)) { return null; }
        if (column.Voice == Voice.Residents) { rest = Quote().Replace(rest, quote => traces.Are(quote.Groups[1].Value) ? $"「{GoneWords.Erased}」" : quote.Value); }
        if (theirs) { rest = homes.Aggregate(rest, (said, home) => said.Replace(home.Key, home.Value, StringComparison.Ordinal)); }
        return namesThem ? names.Aggregate(rest, (said, name) => name.Without(said)) : rest;
    }

    // residents may say the same; who names the person too quotes them
    private string WithoutCopies(TextColumn column, string text)
    {
        (int, int)[] named = [.. names.SelectMany(name => name.PlacesIn(text))];
        return named.Length > 0 || column.Voice == Voice.Ours ? traces.Without(text, named.Length > 0, named) : text;
    }

    private string Json(string text, bool theirs, bool namesThem)
    {
        if (JsonNode.Parse(text) is not { } root) { return text; }
        string Rewrite(string said) => Rewritten(Plain, said, theirs, namesThem)!;
        JsonNode? after = Walk(root, Rewrite);
        return JsonNode.DeepEquals(root, after) ? text : after!.ToJsonString();
    }

    private static readonly TextColumn Plain = new("", "", Voice.Ours);

    private static JsonNode? Walk(JsonNode? node, Func<string, string> rewrite) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(each => Walk(each, rewrite))]),
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Walk(field.Value, rewrite)))),
        JsonValue value when value.TryGetValue(out string? said) => JsonValue.Create(rewrite(said)),
        _ => node?.DeepClone(),
    };

#pragma warning disable CA2100 // names of columns from the list, not from outside
    private async Task<List<Change>> ChangesAsync(BotDbContext db, TextColumn column, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using SqliteCommand command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText =
            $"SELECT rowid, \"{column.Column}\", {column.Theirs}, {column.Channel} FROM \"{column.Table}\" WHERE \"{column.Column}\" IS NOT NULL AND {column.Where}";
        command.Parameters.AddWithValue("$tickets", words.TicketsJson);
        command.Parameters.AddWithValue("$ids", words.IdsJson);
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Change> changes = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            (long row, string text, bool theirs) = (reader.GetInt64(0), reader.GetString(1), !reader.IsDBNull(2) && reader.GetBoolean(2));
            if (words.IsOwn(column.Table, row)) { continue; }
            bool namesThem = theirs || !words.Person.HasNamesake || (!reader.IsDBNull(3) && words.Person.Channels.Contains(reader.GetString(3)));
            string? after = Rewritten(column, text, theirs, namesThem);
            if (after != text) { changes.Add(new Change(row, text, after)); }
        }
        return changes;
    }
#pragma warning restore CA2100

    private static int Write(WriteConnection connection, TextColumn column, Change change)
    {
        SqliteCommand command = connection.Prepared($"UPDATE \"{column.Table}\" SET \"{column.Column}\" = $after WHERE rowid = $row AND \"{column.Column}\" = $before");
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$after", change.After as object ?? DBNull.Value);
        command.Parameters.AddWithValue("$row", change.Row);
        command.Parameters.AddWithValue("$before", change.Before);
        return command.ExecuteNonQuery();
    }

    [GeneratedRegex("「([^「」]+)」")]
    private static partial Regex Quote();

    private sealed record Change(long Row, string Before, string? After);
}
