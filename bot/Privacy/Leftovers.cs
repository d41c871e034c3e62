using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Messaging.Conversations;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What is left of a person when their words are gone: their own line, waiting records, saved searches.</summary>
internal sealed class Leftovers(KnownPerson person, IReadOnlyList<NameSweep> names, string gone)
{
    public async Task RemoveAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        foreach ((string channel, string line) in person.Lines)
        {
            string renamed = Bot.Messaging.PrivateLine.To(gone);
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE outbox SET Text = {GoneWords.Erased}, Conversation = {renamed}, Key = 'erased:' || Id, ReplyTo = NULL, SentAs = NULL WHERE Channel = {channel} AND Conversation = {line}
                """, cancellationToken);
            await db.Database.ExecuteSqlAsync($"DELETE FROM former_names WHERE Conversation IN (SELECT Id FROM conversations WHERE Channel = {channel} AND Name = {line})", cancellationToken);
            await db.Set<ConversationReference>().Where(known => known.Channel == channel && known.Name == line).ExecuteDeleteAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"DELETE FROM silences WHERE Conversation = {line}", cancellationToken);
        }
        await KeysAsync(db, cancellationToken);
        await RecordsAsync(db, cancellationToken);
        await FiltersAsync(db, cancellationToken);
    }

    // the key of a row may end with whom it is said to
    private async Task KeysAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        foreach (string name in person.Names)
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE outbox SET Key = 'erased:' || Id WHERE Channel IN (SELECT value FROM json_each({Channels})) AND substr(Key, -length({name}) - 1) = ':' || {name}", cancellationToken);
        }
    }

    private string Channels => JsonSerializer.Serialize(person.Channels);

    // a record that waits for a yes is forgotten within a day anyhow
    private async Task RecordsAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        foreach (Waiting record in await db.Database.SqlQuery<Waiting>($"SELECT Id, Lines, Roles FROM chat_records WHERE Lines IS NOT NULL").ToListAsync(cancellationToken))
        {
            bool speaks = JsonNode.Parse(record.Lines) is JsonArray lines && lines.Any(line => line?["Sender"]?.GetValue<string>() is { } sender && person.Names.Contains(sender));
            bool named = record.Roles is { } roles && JsonNode.Parse(roles) is JsonObject known && person.Names.Any(known.ContainsKey);
            if (speaks || named) { await db.Database.ExecuteSqlAsync($"DELETE FROM chat_records WHERE Id = {record.Id}", cancellationToken); }
        }
    }

    private async Task FiltersAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        foreach (Search saved in await db.Database.SqlQuery<Search>($"SELECT Id, Query FROM saved_filters").ToListAsync(cancellationToken))
        {
            string searched = Uri.UnescapeDataString(saved.Query.Replace('+', ' '));
            if (names.Any(name => name.IsIn(searched))) { await db.Database.ExecuteSqlAsync($"DELETE FROM saved_filters WHERE Id = {saved.Id}", cancellationToken); }
        }
    }

    private sealed record Waiting(int Id, string Lines, string? Roles);

    private sealed record Search(int Id, string Query);
}
