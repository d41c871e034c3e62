using System.CommandLine;
using Bot.Backups;
using Bot.Hosting;
using Bot.Storage;
using Bot.Storage.Snapshots;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary><c>bot backup</c>: everything the data folder holds into one file, while the service runs or not.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        Option<string> output = new("--output") { Description = "The file to write; bot-….zip in the folder of the daily backups when left out.", HelpName = "FILE" };
        Option<int?> keep = new("--keep") { Description = "How many backups to keep in that folder; Backups:Keep when left out.", HelpName = "N" };
        Command command = new("backup", "Writes the database, photos, documents, engines and keys into one file. Takes the same settings as the service.") { output, keep };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => Failures.ExplainAsync(async () =>
            await System.Console.Out.WriteLineAsync(
                await WriteAsync([.. parsed.UnmatchedTokens], parsed.GetValue(output), parsed.GetValue(keep), cancellationToken))));
        return command;
    }

    private static async Task<string> WriteAsync(string[] settings, string? output, int? keep, CancellationToken cancellationToken)
    {
        if (keep < 1) { throw new CommandException(ExitCodes.WrongUsage, $"--keep {keep}: keep at least 1"); }
        WebApplicationBuilder builder = Server.NewBuilder(settings);
        builder.Services.AddStorage(builder.Configuration).AddBackups(builder.Configuration);
        await using ServiceProvider services = builder.Services.AddSingleton(TimeProvider.System).BuildServiceProvider();
        DataFolder folder = services.GetRequiredService<DataFolder>();
        if (!File.Exists(folder.Database)) { throw new CommandException(ExitCodes.MissingDependency, $"{folder.Database}: there is no database to back up; check Storage:Path"); }
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (output is null)
        {
            BackupsOptions backups = services.GetRequiredService<IOptions<BackupsOptions>>().Value;
            return await BackupFolder.AddAsync(folder.Path, BackupDesk.FolderOf(folder, backups), keep ?? backups.Keep, now, cancellationToken);
        }
        if (File.Exists(output) || Directory.Exists(output)) { throw new CommandException(ExitCodes.BadInput, $"{output}: exists already; name a new file"); }
        await Snapshot.WriteAsync(folder.Path, output, databaseOnly: false, now, cancellationToken);
        return Path.GetFullPath(output);
    }
}
