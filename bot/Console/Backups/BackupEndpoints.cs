using Bot.Audit;
using Bot.Backups;
using Bot.Grids.SignIn;
using Bot.Storage.Snapshots;
using Microsoft.Extensions.Options;

namespace Bot.Console.Backups;

/// <summary>备份: what there is, one now, and how to restore. For administrators.</summary>
internal static class BackupEndpoints
{
    private const string Home = "/console/backups";

    public static void MapBackups(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/backups").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", async (BackupDesk desk, IOptions<BackupsOptions> options, CancellationToken cancellationToken) =>
            Page.Of<BackupsPage>(await LoadAsync(desk, options.Value, cancellationToken)));
        pages.MapPost("/make", MakeAsync);
        pages.MapGet("/{name}", Download).Audited("backups/download");
    }

    private static async Task<BackupsModel> LoadAsync(BackupDesk desk, BackupsOptions options, CancellationToken cancellationToken)
    {
        List<BackupLine> lines = [];
        foreach (BackupFile file in BackupFolder.List(desk.Folder))
        {
            lines.Add(new BackupLine(file, await SnapshotReader.PeekAsync(file.Path, cancellationToken) is not null));
        }
        return new BackupsModel(desk.State, lines, options.Hour, options.Keep, desk.Folder);
    }

    private static async Task<IResult> MakeAsync(HttpContext http, BackupDesk desk, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (!desk.Start()) { return Acts.NotDone(http, "正在备份，等它做完。", Home); }
        await audit.RecordAsync(new AuditAct("backups/make"), cancellationToken);
        return Acts.Done(http, "开始备份了，过一会儿刷新看。", Home);
    }

    private static IResult Download(string name, BackupDesk desk) => BackupFolder.List(desk.Folder).FirstOrDefault(file => file.Name == name) is { } file
        ? TypedResults.PhysicalFile(file.Path, "application/zip", file.Name)
        : Page.Of<Frame.MissingPage>("没有这份备份，可能已经被新的换掉了。", StatusCodes.Status404NotFound);
}
