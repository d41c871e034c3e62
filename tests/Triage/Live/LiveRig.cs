using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.Live;

/// <summary>The whole program with its sample community, a clock to turn and people who speak in a group.</summary>
public sealed class LiveRig : IAsyncDisposable
{
    public const string Group = "春和苑一网格群";

    private int _sent;

    public ManualTimeProvider Clock { get; } = new();

    public BotHost Host { get; private init; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The fake clock runs ahead of real sending, which must not count as a lost answer.</summary>
    public static async Task<LiveRig> StartAsync(params (string Key, string Value)[] settings)
    {
        ManualTimeProvider clock = new();
        (string, string)[] patient = [("Outbox:Timeout", "00:05:00"), ("Outbox:LongestRetry", "00:00:01")];
        return new LiveRig(clock) { Host = await BotHost.StartAsync(clock: clock, settings: [.. patient, .. settings]) };
    }

    private LiveRig(ManualTimeProvider clock) => Clock = clock;

    /// <summary>Says it and turns the clock until it is decided.</summary>
    public async Task<MessageDecision> SayAsync(string sender, string text, string? replyTo = null)
    {
        long seq = await SendAsync(sender, text, replyTo);
        return await DecidedAsync(seq, text);
    }

    public async Task<long> SendAsync(string sender, string text, string? replyTo = null)
    {
        AcceptResult stored = await Host.Get<Inbox>().AcceptAsync(
            new InboundMessage("webchat", Group, $"t{++_sent}", sender, SenderRole.Resident, text, replyTo), Token);
        return stored.Seq;
    }

    public async Task<MessageDecision> DecidedAsync(long seq, string text)
    {
        await Eventually.TrueAsync(
            async () => { Clock.Advance(TimeSpan.FromSeconds(1)); return await FindAsync(seq) is not null; }, $"“{text}” is decided");
        return (await FindAsync(seq))!;
    }

    public Task<Ticket> TicketAsync(int number) => ReadAsync(db =>
        db.Set<Ticket>().Include(ticket => ticket.Reports).Include(ticket => ticket.History).AsSplitQuery().SingleAsync(ticket => ticket.Number == number, Token));

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private Task<MessageDecision?> FindAsync(long seq) =>
        ReadAsync(db => db.Set<MessageDecision>().FirstOrDefaultAsync(decision => decision.MessageSeq == seq, Token));
}
