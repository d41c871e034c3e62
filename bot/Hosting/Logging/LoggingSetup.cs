using Serilog;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Core;

namespace Bot.Hosting.Logging;

/// <summary>
/// The log goes to standard error and to a file per day. Standard output is for people: addresses and the sign-in link.
/// What is logged is set by the framework's <c>Logging:LogLevel</c>.
/// </summary>
internal static class LoggingSetup
{
    private const long FileBytes = 50_000_000;

    public static void AddBotLogging(this WebApplicationBuilder builder, string dataFolder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // its errors repeat exceptions that are logged where they are handled
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection(Settings.LogLevels.Section));
        builder.Logging.AddSerilog(Create(Path.Combine(dataFolder, "logs", "bot-.log")), dispose: true);
    }

    private static Logger Create(string files)
    {
        // :j quotes and escapes text, so that no message can forge a line
        ITextFormatter formatter = new MaskingFormatter(new MessageTemplateTextFormatter("[{Level:u3}] {SourceContext} {Message:j}{NewLine}{Exception}"));
        return new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.FromLogContext()
            .WriteTo.Console(formatter, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(formatter, files, rollingInterval: RollingInterval.Day, fileSizeLimitBytes: FileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: 31)
            .CreateLogger();
    }
}
