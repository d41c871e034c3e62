using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Setup;

public sealed record SendTest(string Group, string Text);

/// <summary>试发一条: one line to a group, the way every line of the bot goes, and whether it arrived.</summary>
public sealed class SendTestHandler(
    CommunityStore community, WriteQueue writes, IDbContextFactory<BotDbContext> contexts, Outbox outbox, GroupChannels channels)
{
    public const int LongestText = 60;
    private const string Prefix = "setup:";

    public async Task<(string? Key, string? Refusal)> HandleAsync(SendTest command, CancellationToken cancellationToken)
    {
        string text = command.Text.Trim();
        if (!community.Current.Groups.ContainsKey(command.Group)) { return (null, "没有发：请选一个群。"); }
        if (text.Length is 0 or > LongestText) { return (null, $"没有发：请写一句话，{LongestText}字以内。"); }
        string key = Guid.NewGuid().ToString("N");
        await writes.RunAsync(
            async (db, token) =>
            {
                string channel = await channels.OfAsync(db, command.Group, token);
                outbox.Say(db, new OutboxMessage { Key = Prefix + key, Channel = channel, Conversation = command.Group, Text = text, Always = true });
            },
            cancellationToken);
        return (key, null);
    }

    public async Task<SetupTestModel> LoadAsync(string? key, CancellationToken cancellationToken)
    {
        string[] groups = [.. community.Current.Groups.Keys];
        if (key is null) { return new SetupTestModel(groups, Said: null); }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        string full = Prefix + key;
        OutboxMessage? row = await db.Set<OutboxMessage>().AsNoTracking().FirstOrDefaultAsync(one => one.Key == full, cancellationToken);
        return new SetupTestModel(groups, row is null ? null : new SetupLine(row.Conversation, row.Text, row.State == OutboxState.Sent));
    }
}
