using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging;

/// <summary>The sender at work on a real file with stub channels and a clock moved by hand.</summary>
internal sealed class SenderRig(StorageHost host, ManualTimeProvider clock) : IAsyncDisposable
{
    public StorageHost Host => host;

    public ManualTimeProvider Clock => clock;

    public static async Task<SenderRig> StartAsync(TempFolder folder, ManualTimeProvider clock, params StubChannel[] channels)
    {
        void Add(IServiceCollection services) => Array.ForEach(channels, channel => services.AddSingleton<IChannel>(channel));
        return new SenderRig(await StorageHost.StartAsync(folder.Path, clock, Add, ("Outbox:Lanes", "2")), clock);
    }

    public static OutboxMessage Row(string key, string conversation = "一群", string channel = "stub") =>
        new() { Key = key, Channel = channel, Conversation = conversation, Text = "记下了" };

    public Task SayAsync(params OutboxMessage[] rows) => host.Writes.RunAsync(
        (db, _) => Task.FromResult(rows.Count(row => host.Outbox.Say(db, row))), TestContext.Current.CancellationToken);

    public Task<OutboxMessage> FindAsync(string key) => host.ReadAsync(db =>
        db.Set<OutboxMessage>().SingleAsync(row => row.Key == key, TestContext.Current.CancellationToken));

    public Task BecomesAsync(string key, OutboxState state, int attempts = 1) => Eventually.TrueAsync(
        async () => await FindAsync(key) is var row && row.State == state && row.Attempts == attempts,
        $"{key} is {state} after {attempts} tries");

    /// <summary>Waits until the sender sleeps towards <paramref name="key"/>'s next try, and moves there.</summary>
    public async Task AdvanceToRetryOfAsync(string key)
    {
        DateTimeOffset due = (await FindAsync(key)).NextAttemptAt;
        // its own: a timer of the try before would be taken for it, and the clock moved under a sender that is about to sleep
        await Eventually.TrueAsync(() => clock.TimerAt(due) is not null, $"a timer for {key}");
        clock.AdvanceTo(clock.TimerAt(due)!.Value);
    }

    /// <summary>The file as it stands now, for another run.</summary>
    public Task CopyToAsync(TempFolder folder) => host.ReadAsync(
        db => db.Database.ExecuteSqlAsync($"VACUUM INTO {folder.File("bot.db")}", TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
