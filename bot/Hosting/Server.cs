using Bot.Hosting.Logging;
using Bot.Hosting.Settings;
using Bot.Storage;

namespace Bot.Hosting;

/// <summary>Serves until it is told to stop.</summary>
public static class Server
{
    // what takes files says so at its endpoint
    private const long LargestBody = 256 * 1024;

    /// <summary>The exit code: 0 stopped, 2 bad configuration, 3 a missing dependency.</summary>
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default) => Failures.ExplainAsync(async () =>
    {
        Task warm = Warmup.StartAsync();
        await using WebApplication app = Build(args);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        finally
        {
            // the process must not end in the middle of it
            await warm;
        }
        await app.Services.GetRequiredService<Greeting>().PrintAsync(System.Console.Out, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    });

    /// <summary>The whole program, ready to start.</summary>
    /// <param name="change">Changes services before the program is built; for tests.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        WebApplicationBuilder builder = NewBuilder(args);
        builder.AddBotLogging();
        builder.WebHost.UseKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Configure(context.Configuration.GetSection("Kestrel"), reloadOnChange: false);
        });
        builder.WebHost.UseUrls(Addresses.Of(builder.Configuration));
        Program.AddServices(builder);
        change?.Invoke(builder);
        WebApplication app = builder.Build();
        Program.Map(app);
        return app;
    }

    /// <summary>Settings read and checked, the data folder there; nothing else yet.</summary>
    public static WebApplicationBuilder NewBuilder(string[] args)
    {
        // the empty one: the default builder reads settings in an order and with exceptions of its own
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = Directory.GetCurrentDirectory(),
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production,
        });
        SettingsSources.AddTo(builder.Configuration, builder.Environment.EnvironmentName, args);
        if (SettingsCheck.Problems(builder.Configuration) is { Count: > 0 } problems)
        {
            throw new SettingsException([.. problems.Select(problem => problem.Line), .. new SettingsDesk(builder.Configuration).WhereSaved(problems)]);
        }
        FolderProbe.Check(builder.Configuration);
        return builder;
    }
}
