using System.Text.Json;
using Bot.Grids;
using Bot.Messaging;
using Bot.Notices;
using Bot.Notices.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Tests.Messaging;
using Tests.Support;

namespace Tests.Notices;

/// <summary>Notices on a real file with a clock moved by hand; nobody wakes them but the test.</summary>
internal sealed class NoticeRig(StorageHost host, ManualTimeProvider clock) : IAsyncDisposable
{
    public static readonly string[] Groups = ["一群", "二群", "三群"];

    public StorageHost Host => host;

    public ManualTimeProvider Clock => clock;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<NoticeRig> StartAsync(string folder, ManualTimeProvider clock, params StubChannel[] channels)
    {
        StorageHost host = await StorageHost.StartAsync(folder, clock, services =>
        {
            services.AddGrids();
            services.AddNotices(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
            services.Remove(services.Single(service => service.ImplementationType == typeof(NoticeScheduler)));
            foreach (StubChannel channel in channels.DefaultIfEmpty(new StubChannel { Answer = (_, _) => StubChannel.Is(SendOutcome.TryLater) }))
            {
                services.AddSingleton<IChannel>(channel);
            }
        }, ("Community:Sample", "false"));
        string community = JsonSerializer.Serialize(new { community = "东篱社区", groups = Groups.ToDictionary(group => group, _ => (string?)null), people = new[] { new { name = "管理员", role = "admin" } } });
        await host.Services.GetRequiredService<CommunityStore>().ImportAsync(community, "管理员", clearSample: false, Token);
        return new NoticeRig(host, clock);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>A notice with a plan, active from now on.</summary>
    public async Task<Notice> PlanAsync(string? cron = null, DateTimeOffset? once = null, int lateMinutes = 60, bool atNight = false, params string[] groups)
    {
        Notice notice = await DraftAsync(cron, once, lateMinutes, atNight, groups);
        NoticeResult active = await Get<MoveNoticeHandler>().HandleAsync(new MoveNotice(notice.Number, notice.Version, "管理员", NoticeMove.Activate), Token);
        active.IsDone.ShouldBeTrue(active.Message);
        return active.Notice!;
    }

    public async Task<Notice> DraftAsync(string? cron = null, DateTimeOffset? once = null, int lateMinutes = 60, bool atNight = false, params string[] groups)
    {
        NoticeDraft draft = new("停水", "今晚请存水", groups, once, cron, lateMinutes, atNight);
        NoticeResult written = await Get<SaveNoticeHandler>().HandleAsync(new SaveNotice(null, 0, "管理员", draft), Token);
        written.IsDone.ShouldBeTrue(written.Message);
        return written.Notice!;
    }

    /// <summary>What a trigger does.</summary>
    public Task WakeAsync(int number) => Get<HandleDueNoticeHandler>().HandleAsync(new HandleDueNotice(number), Token);

    /// <summary>A handler that reads its planned times on another zone's wall clock.</summary>
    public HandleDueNoticeHandler HandlerIn(string zone) => new(host.Writes, new NoticeBook(
        host.Outbox, Get<GroupChannels>(), Get<CommunityStore>(),
        new NoticeClock(Options.Create(new NoticeOptions { TimeZone = zone }), Options.Create(new CommunityOptions()), clock),
        Get<NoticesChanged>(), NullLogger<NoticeBook>.Instance));

    public Task<Notice> FindAsync(int number) => host.ReadAsync(db => db.Set<Notice>().SingleAsync(notice => notice.Number == number, Token));

    public Task<List<NoticeRun>> RunsAsync(int number) => host.ReadAsync(db =>
        db.Set<NoticeRun>().Where(run => run.Notice == number).OrderBy(run => run.PlannedAt).ToListAsync(Token));

    public Task<List<OutboxMessage>> RowsAsync(long run) => host.ReadAsync(db =>
        db.Set<OutboxMessage>().Where(row => row.NoticeRun == run).OrderBy(row => row.Id).ToListAsync(Token));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
