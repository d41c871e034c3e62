using System.Net;
using Bot.Messaging;
using Bot.Notices;
using Bot.Notices.Scheduling;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Notices;

/// <summary>The whole program with the real scheduler and the real clock.</summary>
public sealed class SchedulerTests : IDisposable
{
    private static readonly string[] Groups = ["春和苑一网格群", "春和苑二网格群"];

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_its_second_every_group_hears_it_once_and_after_a_restart_late_or_not_at_all()
    {
        int soon, late, never, lost;
        await using (BotHost host = await BotHost.StartAsync(_folder.Path, TimeProvider.System))
        {
            await StartedAsync(host);
            soon = await PlanAsync(host, TimeProvider.System.GetUtcNow().AddSeconds(2));
            await HeardAsync(host, soon);
            await Eventually.TrueAsync(async () => await TriggersAsync() == 0, "the trigger is used up");
            (late, never) = (await PlanAsync(host, TimeProvider.System.GetUtcNow().AddHours(1)), await PlanAsync(host, TimeProvider.System.GetUtcNow().AddHours(1), lateMinutes: 0));
            lost = await PlanAsync(host, null, "0 0 12 ? * *");
            await Eventually.TrueAsync(async () => await TriggersAsync() == 3, "each plan has its trigger");
            // While the program was down an hour and a half went by
            await host.Get<WriteQueue>().RunAsync((db, token) => db.Set<Notice>().Where(notice => notice.OnceAt != null && notice.State == NoticeState.Active)
                .ExecuteUpdateAsync(notice => notice.SetProperty(it => it.OnceAt, TimeProvider.System.GetUtcNow().AddMinutes(-30)).SetProperty(it => it.HandledTo, TimeProvider.System.GetUtcNow().AddHours(-1)), token), Token);
        }
        File.Delete(_folder.File("scheduler.db"));
        await using BotHost next = await BotHost.StartAsync(_folder.Path, TimeProvider.System);
        await HeardAsync(next, late);
        (await RunsAsync(next, late)).ShouldHaveSingleItem().Outcome.ShouldBe(NoticeOutcome.Late);
        (await RunsAsync(next, never)).ShouldHaveSingleItem().Reason.ShouldBe("错过了时间，按设定不补发");
        await StartedAsync(next);
        await Eventually.TrueAsync(async () => await TriggersAsync() == 1, "a lost file is made anew");
        await HeardAsync(next, soon);
        (await RunsAsync(next, lost)).ShouldBeEmpty();
        (await next.Client.GetStringAsync("/readyz", Token)).ShouldContain("\"scheduler\":{\"status\":\"Healthy\"");
    }

    [Fact]
    public async Task A_file_that_is_none_and_triggers_of_no_notice_are_put_right()
    {
        await File.WriteAllTextAsync(_folder.File("scheduler.db"), new string('x', 5000), Token);
        await using (BotHost host = await BotHost.StartAsync(_folder.Path, TimeProvider.System))
        {
            await StartedAsync(host);
            int number = await PlanAsync(host, null, "0 0 12 ? * *");
            await Eventually.TrueAsync(async () => await TriggersAsync() == 1, "the plan has its trigger");
            await host.Get<WriteQueue>().RunAsync((db, token) => db.Set<Notice>().Where(notice => notice.Number == number).ExecuteDeleteAsync(token), Token);
        }
        await using BotHost next = await BotHost.StartAsync(_folder.Path, TimeProvider.System);
        await StartedAsync(next);
        await Eventually.TrueAsync(async () => await TriggersAsync() == 0, "the stray one is gone");
        (await next.Client.GetAsync("/readyz", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task StartedAsync(BotHost host) =>
        Eventually.TrueAsync(() => host.Get<SchedulerState>().LookedAt is not null, "the scheduler is up");

    private static async Task<int> PlanAsync(BotHost host, DateTimeOffset? once, string? cron = null, int lateMinutes = 60)
    {
        NoticeDraft draft = new("停水", "今晚请存水", Groups, once, cron, lateMinutes, AtNight: true);
        NoticeResult written = await host.Get<SaveNoticeHandler>().HandleAsync(new SaveNotice(null, 0, "管理员", draft), Token);
        written.IsDone.ShouldBeTrue(written.Message);
        NoticeResult active = await host.Get<MoveNoticeHandler>().HandleAsync(new MoveNotice(written.Notice!.Number, 0, "管理员", NoticeMove.Activate), Token);
        active.IsDone.ShouldBeTrue(active.Message);
        return written.Notice.Number;
    }

    private static Task HeardAsync(BotHost host, int number) => Eventually.TrueAsync(
        async () =>
        {
            await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
            List<string> heard = await db.Set<Message>().Where(message => message.MessageId.StartsWith($"notice:{number}:"))
                .OrderBy(message => message.Conversation).Select(message => message.Conversation).ToListAsync(Token);
            heard.Count.ShouldBeLessThanOrEqualTo(Groups.Length);
            return heard.SequenceEqual(Groups.Order());
        },
        $"every group has heard notice {number} once");

    private static async Task<List<NoticeRun>> RunsAsync(BotHost host, int number)
    {
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<NoticeRun>().Where(run => run.Notice == number).ToListAsync(Token);
    }

    private async Task<long> TriggersAsync()
    {
        await using Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={_folder.File("scheduler.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Token);
        await using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM QRTZ_TRIGGERS";
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
