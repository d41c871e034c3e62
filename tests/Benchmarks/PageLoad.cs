using System.Diagnostics;
using System.Text.RegularExpressions;
using Bot.Figures;
using Bot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tests.Generator;
using Tests.Support;

namespace Benchmarks;

/// <summary>
/// Every page of the console of the whole program over real HTTP, with three years of a town in SQLite: median and p95 of the
/// time until the last byte, bytes transferred, and the processor time of this process per page (the machine may be shared).
/// </summary>
internal static partial class PageLoad
{
    private const int Warm = 3;
    private const int Rounds = 25;
    private const double Longest = 200;
    private const int Largest = 100 * 1024;

    private static readonly string[] More =
    [
        "/console/tickets?state=all", "/console/tickets?state=mine", "/console/tickets?state=ended", "/console/tickets?state=all&q=%E7%94%B5%E6%A2%AF",
        "/console/tickets?group=%E7%AC%AC3%E7%BD%91%E6%A0%BC%E7%BE%A4", "/console/tickets?state=all&page=900", "/console/tickets?q=327",
        "/console/figures?p=2026", "/console/figures?p=2026-W40", "/console/figures?grid=%E7%AC%AC2%E7%BD%91%E6%A0%BC",
        "/console/figures/rows?m=reported&p=2026", "/console/figures/rows?m=open", "/console/figures/recurrences?page=5",
    ];

    public static async Task RunAsync(int tickets, string? kept)
    {
        string folder = kept ?? Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        string data = Path.Combine(folder, "data");
        TownGenerator town = Town.Generator(TimeProvider.System.GetUtcNow());
        if (!Directory.Exists(data))
        {
            Stopwatch watch = Stopwatch.StartNew();
            Directory.CreateDirectory(data);
            Town.WriteDirectory(Path.Combine(folder, "community.json"), town);
            await Town.FillAsync(data, town, tickets);
            Console.WriteLine($"{tickets:N0} tickets written in {watch.Elapsed.TotalSeconds:0} s");
        }
        await using WebApplication app = Server.Build(
            ["--Urls=http://127.0.0.1:0", $"--Storage:Path={data}", $"--Community:Directory={folder}/community.json", "--Logging:LogLevel:Default=Warning"]);
        await app.StartAsync();
        Stopwatch start = Stopwatch.StartNew();
        while (app.Services.GetRequiredService<CaseKeeper>().UpTo is null) { await Task.Delay(200); }
        Console.WriteLine($"figures up to date {start.Elapsed.TotalSeconds:0} s after the start");
        await WaitUntilReadyAsync(app);
        foreach (string person in new[] { Town.Admin, Town.Lead })
        {
            await MeasureAsync(app, person, tickets);
        }
        await app.StopAsync();
        if (kept is null) { Directory.Delete(folder, recursive: true); }
    }

    private static async Task WaitUntilReadyAsync(WebApplication app)
    {
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
        while (!(await client.GetAsync("/readyz")).IsSuccessStatusCode || app.Services.GetRequiredService<Bot.Triage.EngineStatus>() is { IsReady: false })
        {
            await Task.Delay(500);
        }
    }

    private static async Task MeasureAsync(WebApplication app, string person, int tickets)
    {
        using HttpClient client = await SignInAsync(app, person);
        Console.WriteLine($"\n{person}: page, status, median ms, p95 ms, processor ms, bytes");
        int slow = 0;
        foreach (string page in Pages(app, tickets).Concat(More))
        {
            (int status, double median, double p95, double cpu, int bytes) = await MeasureAsync(client, page);
            bool over = p95 > Longest || bytes > Largest;
            slow += over ? 1 : 0;
            Console.WriteLine($"{(over ? "OVER" : "    ")} {page,-60} {status} {median,8:0.0} {p95,8:0.0} {cpu,8:0.0} {bytes,8}");
        }
        Console.WriteLine($"over {Longest} ms or {Largest} bytes: {slow}");
    }

    private static async Task<(int Status, double Median, double P95, double Cpu, int Bytes)> MeasureAsync(HttpClient client, string page)
    {
        List<double> times = [];
        int status = 0, bytes = 0;
        TimeSpan before = default;
        for (int round = 0; round < Warm + Rounds; round++)
        {
            if (round == Warm) { before = Environment.CpuUsage.TotalTime; }
            long start = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await client.GetAsync(page);
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            status = (int)answer.StatusCode;
            if (round >= Warm) { times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds); }
            if (times.Sum() > 20_000) { break; }
        }
        times.Sort();
        double cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Math.Max(1, times.Count);
        return (status, times[times.Count / 2], times[(int)(times.Count * 0.95)], cpu, bytes);
    }

    // the stream never ends
    private static IEnumerable<string> Pages(WebApplication app, int tickets) => app.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
        .Where(path => path.StartsWith("/console", StringComparison.Ordinal) && !path.EndsWith("/events", StringComparison.Ordinal))
        .Select(path => Place().Replace(path, $"{tickets - 7}")).Distinct().Order(StringComparer.Ordinal);

    private static async Task<HttpClient> SignInAsync(WebApplication app, string person)
    {
        string link = await app.Services.GetRequiredService<Bot.Grids.SignIn.SignInLinks>().CreateAsync(person, "worker", CancellationToken.None);
        HttpClient client = new(new CookieJar(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = new Uri(app.Urls.First()) };
        string html = await client.GetStringAsync(link);
        string token = System.Net.WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
        using FormUrlEncodedContent form = new([KeyValuePair.Create("__RequestVerificationToken", token)]);
        await client.PostAsync(link, form);
        return client;
    }

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex Place();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
