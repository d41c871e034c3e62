using Bot.Storage;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Bot.Hosting.Logging;

/// <summary>
/// The log goes to standard error and to a file per day. Standard output is for people: addresses and the sign-in link.
/// Both are written behind the work that is logged. What is logged is set by the framework's <c>Logging:LogLevel</c>.
/// </summary>
internal static class LoggingSetup
{
    private const long FileBytes = 50_000_000;
    private const int FilesKept = 31;
    private const int MostWaiting = 20_000;

    public static void AddBotLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // these repeat exceptions that are logged or explained where they are handled
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection(Settings.LogLevels.Section));
        builder.Services.AddSingleton<ILoggerProvider>(provider => new SerilogLoggerProvider(
            Create(Path.Combine(provider.GetRequiredService<DataFolder>().File("logs"), "bot-.log")), dispose: true));
    }

    private static Logger Create(string files)
    {
        MaskingFormatter formatter = new();
        return new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.FromLogContext()
            .WriteTo.Async(
                to => to.Console(formatter, standardErrorFromLevel: LogEventLevel.Verbose)
                    .WriteTo.File(formatter, files, rollingInterval: RollingInterval.Day, fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept),
                bufferSize: MostWaiting,
                blockWhenFull: true)
            .CreateLogger();
    }
}
