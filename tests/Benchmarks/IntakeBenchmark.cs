using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Hosting;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks;

/// <summary>
/// The whole program taking signed messages in over HTTP, beside a minimal endpoint that checks the same signature, reads the same JSON
/// and stores it with one insert and the same group commit, without anything behind it, in the same run.
/// </summary>
internal static class IntakeBenchmark
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Ours = "/channels/http/messages";
    private const string Minimal = "/minimal";
    private const int Rounds = 5;

    public static async Task RunAsync(int count, string logLevel)
    {
        string folder = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        await using WebApplication bot = Server.Build(
        [
            "--Urls=http://127.0.0.1:0", $"--Storage:Path={folder}/bot", $"--Channels:Http:Gateways:gate1:Secret={Secret}", $"--Logging:LogLevel:Default={logLevel}",
        ]);
        await bot.StartAsync();
        await using WebApplication minimal = await StartMinimalAsync(Path.Combine(folder, "minimal"));
        await ReadyAsync(bot);

        await LoadAsync(minimal, Minimal, "warm", count / 2, 0);
        await LoadAsync(bot, Ours, "warm", count / 2, 0);
        await CalmAsync();
        List<double> ratios = [];
        for (int round = 0; round < Rounds; round++)
        {
            Load least = await LoadAsync(minimal, Minimal, $"r{round}", count, 0);
            Load all = await LoadAsync(bot, Ours, $"r{round}", count, 0);
            await CalmAsync();
            ratios.Add(all.PerSecond / least.PerSecond);
            Console.WriteLine($"ours {all}   minimal {least}   ratio {ratios[^1]:0.00}");
        }
        Console.WriteLine($"median ratio {ratios.Order().ElementAt(Rounds / 2):0.00}");
        Console.WriteLine($"at 1000/s: ours {await LoadAsync(bot, Ours, "steady", 20_000, 1000)}   minimal {await LoadAsync(minimal, Minimal, "steady", 20_000, 1000)}");
        await bot.StopAsync();
        await minimal.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<WebApplication> StartMinimalAsync(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration["Storage:Path"] = folder;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging().AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddSingleton<Bot.Grids.FirstCommunity>().AddSingleton<Bot.Grids.CommunityStore>();
        builder.Services.AddMessaging(builder.Configuration);
        WebApplication app = builder.Build();
        Inbox inbox = app.Services.GetRequiredService<Inbox>();
        app.MapPost(Minimal, (RequestDelegate)(async http =>
        {
            if (await SignedAsync(http.Request) is not { } body)
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            Bot.Messaging.Activities.Activity activity = JsonSerializer.Deserialize(body.Span, ActivityJson.Default.Activity)!;
            await inbox.AcceptAsync(
                new InboundMessage("minimal", activity.Conversation!.Id!, activity.Id!, activity.From!.Name!, SenderRole.Bot, activity.Text!), http.RequestAborted);
            http.Response.ContentLength = 2;
            await http.Response.WriteAsync("{}");
        }));
        await app.StartAsync();
        return app;
    }

    private static async Task<ReadOnlyMemory<byte>?> SignedAsync(HttpRequest request)
    {
        byte[] before = Encoding.ASCII.GetBytes($"{request.Headers["X-Bot-Timestamp"]}\n{request.Headers["X-Bot-Nonce"]}\n");
        byte[] signed = new byte[before.Length + (int)request.ContentLength!];
        before.CopyTo(signed, 0);
        await request.Body.ReadExactlyAsync(signed.AsMemory(before.Length));
        bool good = CryptographicOperations.FixedTimeEquals(
            HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), signed), Convert.FromHexString(request.Headers["X-Bot-Signature"].ToString()));
        return good ? signed.AsMemory(before.Length) : null;
    }

    private static async Task<Load> LoadAsync(WebApplication app, string path, string name, int count, int perSecond)
    {
        using Process senders = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["intake-load", app.Urls.First(), path, name, $"{count}", $"{perSecond}"]) { RedirectStandardOutput = true })!;
        string[] line = (await senders.StandardOutput.ReadToEndAsync()).Split(' ');
        return new Load(Number(line[0]), Number(line[1]), Number(line[2]), Number(line[3]));
    }

    private static async Task ReadyAsync(WebApplication bot)
    {
        using HttpClient client = new();
        while ((await client.GetAsync($"{bot.Urls.First()}/readyz")).StatusCode != HttpStatusCode.OK) { await Task.Delay(500); }
        await CalmAsync();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // until triage has decided what came in: what is measured next is not its work
    private static async Task CalmAsync()
    {
        TimeSpan before;
        do
        {
            before = Environment.CpuUsage.TotalTime;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
        while (Environment.CpuUsage.TotalTime - before > TimeSpan.FromMilliseconds(150));
        GC.Collect();
    }

    private sealed record Load(double PerSecond, double Median, double Late, double Failed)
    {
        public override string ToString() => $"{PerSecond,6:0}/s p50 {Median:0.0} p99 {Late:0.0} ms{(Failed > 0 ? $", {Failed} FAILED" : "")}";
    }
}
