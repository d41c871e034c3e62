using System.Diagnostics;
using Bot.Grids;
using Bot.Storage;
using Bot.Triage;
using Bot.Triage.Classifier;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Tests.Generator;

namespace Benchmarks;

/// <summary>How long the service takes to remember very many open tickets after a restart.</summary>
internal static class IncidentsAtStart
{
    private const int Chunk = 5000;
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 7, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(TriageModel model, int tickets)
    {
        string folder = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Storage:Path", (string?)folder)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        using IHost host = builder.Build();
        await host.StartAsync();
        IDbContextFactory<BotDbContext> contexts = host.Services.GetRequiredService<IDbContextFactory<BotDbContext>>();
        TicketGenerator generator = new(seed: 1, Now);
        for (int first = 1; first <= tickets; first += Chunk)
        {
            await using BotDbContext db = await contexts.CreateDbContextAsync();
            db.AddRange(Enumerable.Range(first, Math.Min(Chunk, tickets - first + 1)).Select(generator.Write));
            await db.SaveChangesAsync();
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        long start = Stopwatch.GetTimestamp();
        TriagePipeline pipeline = await new PipelineMemory(contexts, Options.Create(new TriageOptions()), CommunityClock.China, TimeProvider.System)
            .BuildAsync(model, generator.Directory, CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long weight = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"start-up with {tickets:N0} open tickets: read from the database in {seconds:F1} s, {weight >> 20:N0} MB kept");
        GC.KeepAlive(pipeline);
        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
    }
}
