using System.Diagnostics;
using System.Text.Json;
using Bot.Hosting;
using Bot.Messaging;
using Bot.Notices;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>One notice to many groups of the whole program: writing its rows, and until the embedded chat has said the last.</summary>
internal static class NoticeFanOut
{
    private const int Rounds = 3;

    public static async Task RunAsync(int groups, string logLevel)
    {
        string folder = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        string file = Path.Combine(folder, "community.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            community = "东篱社区",
            groups = Enumerable.Range(1, groups).ToDictionary(i => $"{i}网格群", _ => (string?)null),
            people = new[] { new { name = "管理员", role = "admin" } },
        }));
        await using WebApplication app = Server.Build(
        [
            "--Urls=http://127.0.0.1:0", $"--Storage:Path={folder}/data", $"--Community:Directory={file}",
            "--Notices:UndoSeconds=0", $"--Logging:LogLevel:Default={logLevel}",
        ]);
        await app.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(15));
        for (int round = 0; round < Rounds; round++)
        {
            await SendAsync(app.Services, groups);
        }
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SendAsync(IServiceProvider services, int groups)
    {
        NoticeDraft draft = new("停水", "11月25日周三上午9点到下午3点，1—12号楼。请今晚存水", [], AtNight: true);
        NoticeResult notice = await services.GetRequiredService<SaveNoticeHandler>().HandleAsync(new SaveNotice(null, 0, "管理员", draft), default);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        NoticeResult sent = await services.GetRequiredService<SendNoticeHandler>()
            .HandleAsync(new SendNotice(notice.Notice!.Number, notice.Notice.Version, "管理员"), default);
        TimeSpan written = watch.Elapsed;
        while (await WaitingAsync(services, sent.Run!.Id) > 0) { await Task.Delay(20); }
        TimeSpan drained = watch.Elapsed - written;
        Console.WriteLine($"{groups} groups: rows written in {written.TotalMilliseconds:0} ms, all said {drained.TotalSeconds:0.00} s later, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s of processor");
    }

    private static async Task<int> WaitingAsync(IServiceProvider services, long run)
    {
        await using BotDbContext db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await db.Set<OutboxMessage>().CountAsync(row => row.NoticeRun == run && row.State == OutboxState.Queued);
    }
}
