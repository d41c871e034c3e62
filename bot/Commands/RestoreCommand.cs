using System.CommandLine;
using Bot.Hosting;
using Bot.Storage;
using Bot.Storage.Snapshots;

namespace Bot.Commands;

/// <summary><c>bot restore FILE</c>: checks a backup and puts it in the place of the data; refused while the service runs.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "A file that 'bot backup' wrote." };
        Command command = new("restore", "Puts a backup in the place of the data folder's content, which is kept aside. Takes the same settings as the service.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => Failures.ExplainAsync(async () =>
            await System.Console.Error.WriteLineAsync(await RestoreAsync([.. parsed.UnmatchedTokens], parsed.GetValue(file)!, cancellationToken))));
        return command;
    }

    private static async Task<string> RestoreAsync(string[] settings, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) { throw new CommandException(ExitCodes.BadInput, $"{file}: no such file; name a backup"); }
        WebApplicationBuilder builder = Server.NewBuilder(settings);
        builder.Services.AddStorage(builder.Configuration);
        await using ServiceProvider services = builder.Services.AddSingleton(TimeProvider.System).BuildServiceProvider();
        SnapshotManifest manifest = await RestoreAsync(services.GetRequiredService<Database>(), file, cancellationToken);
        return $"已恢复到 {manifest.Made:yyyy-MM-dd HH:mm}（UTC）的数据，{manifest.Files.Count} 个文件。换下来的数据留在数据目录的 replaced-… 里，确认无误后可以删掉。";
    }

    private static async Task<SnapshotManifest> RestoreAsync(Database database, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await database.RestoreAsync(file, TimeProvider.System.GetUtcNow(), cancellationToken);
        }
        catch (SnapshotException exception)
        {
            throw new CommandException(ExitCodes.BadInput, exception.Message);
        }
    }
}
