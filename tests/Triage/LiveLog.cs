using System.Net.Http.Json;
using Bot.Channels.WebChat;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Bursts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Triage;

/// <summary>Plays a log into the running program, message by message, on a clock of its own.</summary>
internal sealed class LiveLog(CommunityDirectory directory, DateTimeOffset start) : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(start);
    private BotHost? _host;

    private BotHost Host => _host!;

    public async Task StartAsync()
    {
        string file = _folder.File("community.json");
        await File.WriteAllTextAsync(file, DirectoryFile.Write(directory));
        TrainedEngine.PutInto(_folder.Path);
        _host = await BotHost.StartAsync(_folder.Path, _clock, change: WithoutWhatTimeBrings,
            ("Community:Directory", file), ("Community:Sample", "false"), ("Tickets:WorkingTime", "false"), ("Triage:BurstGapSeconds", "45"), ("Logging:LogLevel:Default", "Error"));
    }

    // A replay knows neither working days nor what falls due by itself
    private static void WithoutWhatTimeBrings(IServiceCollection services)
    {
        foreach (ServiceDescriptor worker in services.Where(one => one.ImplementationType?.Name == "DueWorker").ToList()) { services.Remove(worker); }
    }

    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Makes triage forget everything and read it from the tables again, as after a restart.</summary>
    public async Task ForgetAsync() =>
        (await Host.Get<CommunityStore>().ImportAsync(DirectoryFile.Write(directory), by: null, clearSample: false, TestContext.Current.CancellationToken))
            .Outcome.ShouldBe(ImportOutcome.Imported);

    /// <summary>Lets the time of a message come, with all timers on the way, and posts it.</summary>
    public async Task SayAsync(ChatMessage message)
    {
        await ComeAsync(message.Time);
        HttpResponseMessage answer = await Host.Client.PostAsJsonAsync("/playground/api/messages",
            new ChatPost(message.Group, message.Sender, message.Id, message.Text, message.ReplyTo), TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<IReadOnlyList<Decision>> FinishAsync()
    {
        await ComeAsync(_clock.GetUtcNow() + (BurstTimes.Default.Longest * 2));
        await using BotDbContext db = await OpenAsync();
        var rows = await db.Set<MessageDecision>().OrderBy(row => row.MessageSeq)
            .Join(db.Set<Message>(), row => row.MessageSeq, message => message.Seq, (row, message) => new { row, message.MessageId })
            .ToListAsync(TestContext.Current.CancellationToken);
        return [.. rows.Select(each => new Decision(
            each.MessageId, each.row.Kind.ToString().ToLowerInvariant(), each.row.Category?.Name(), each.row.Topic, each.row.Urgency?.Name(),
            each.row.Location, each.row.Ticket?.ToString(), each.row.Opened, each.row.Reply, each.row.Confidence, each.row.Reason))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }

    // Burst by burst: what is written long after its close would promise from then
    private async Task ComeAsync(DateTimeOffset time)
    {
        while (await NextCloseAsync() is { } close && close < time)
        {
            _clock.AdvanceTo(close.AddSeconds(1));
            await SettleAsync();
        }

        _clock.AdvanceTo(time);
        await SettleAsync();
    }

    /// <summary>Waits until every burst whose time is over is decided.</summary>
    private Task SettleAsync()
    {
        int asked = 0;
        return Eventually.TrueAsync(
            async () =>
            {
                if (++asked % 100 == 0)
                {
                    // The clock jumped while the worker worked out how long to wait
                    Host.Get<Inbox>().Arrived.Set();
                }

                return !await AnyDueAsync();
            },
            $"all bursts closed before {_clock.GetUtcNow():O} are decided");
    }

    private async Task<bool> AnyDueAsync() => await NextCloseAsync() < _clock.GetUtcNow();

    private async Task<DateTimeOffset?> NextCloseAsync()
    {
        await using BotDbContext db = await OpenAsync();
        List<Message> waiting = await db.Set<Message>().Where(message => message.State == MessageState.Received)
            .OrderBy(message => message.Seq).ToListAsync(TestContext.Current.CancellationToken);
        return waiting.GroupBy(message => (message.Conversation, message.Sender))
            .Min(burst => (DateTimeOffset?)BurstTimes.Default.Closes(burst.First().Time, burst.Last().Time));
    }

    private Task<BotDbContext> OpenAsync() =>
        Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
