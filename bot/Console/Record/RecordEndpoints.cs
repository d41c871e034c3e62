using Bot.Audit;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Sheets;
using Bot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Console.Record;

/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="State">What looking through the chain found; null when nobody asked.</param>
public sealed record RecordModel(RecordFilter Filter, IReadOnlyList<AuditEntry> Lines, IReadOnlyList<string> People, long? Next, AuditState? State = null);

/// <summary>操作记录: who did what and who looked, for administrators.</summary>
internal static class RecordEndpoints
{
    private const int PageSize = 50;
    private const int MostExported = 200_000;

    private static readonly SheetColumn[] Columns =
        [new("编号", 10), new("时间", 18), new("谁", 12), new("从哪里", 16, IsText: true), new("做了什么", 20), new("对什么", 16, IsText: true), new("说明", 30, IsText: true), new("校验", 20, IsText: true)];

    public static void MapRecord(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/audit").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", async ([AsParameters] RecordFilter filter, IDbContextFactory<BotDbContext> contexts, CommunityStore community, IOptions<CommunityOptions> options, CancellationToken cancellationToken) =>
            Page.Of<RecordPage>(await LoadAsync(filter, contexts, community, options.Value.Zone, cancellationToken)));
        pages.MapGet("/check", async ([AsParameters] RecordFilter filter, IDbContextFactory<BotDbContext> contexts, CommunityStore community, IOptions<CommunityOptions> options, AuditCheck check, CancellationToken cancellationToken) =>
            Page.Of<RecordPage>(await LoadAsync(filter, contexts, community, options.Value.Zone, cancellationToken) with { State = await check.RunAsync(cancellationToken) }));
        pages.MapGet("/export", ExportAsync).Audited("audit/export");
    }

    private static async Task<RecordModel> LoadAsync(
        RecordFilter filter, IDbContextFactory<BotDbContext> contexts, CommunityStore community, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<AuditEntry> lines = await filter.Of(db, zone).Take(PageSize + 1).ToListAsync(cancellationToken);
        string[] people = [.. community.Current.People.Where(person => Access.RoleOf(community.Current, person.Name) is not null).Select(person => person.Name), AuditTrail.CommandLine];
        return new RecordModel(filter, [.. lines.Take(PageSize)], people, lines.Count > PageSize ? lines[PageSize - 1].Id : null);
    }

    private static async Task<FileStreamHttpResult> ExportAsync(
        [AsParameters] RecordFilter filter, IDbContextFactory<BotDbContext> contexts, IOptions<CommunityOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        TimeZoneInfo zone = options.Value.Zone;
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IEnumerable<IReadOnlyList<Cell>> rows = filter.Of(db, zone).Take(MostExported).AsEnumerable().Select(line => (IReadOnlyList<Cell>)
            [(double)line.Id, TimeZoneInfo.ConvertTime(line.At, zone).DateTime, line.Person, line.Address, ActWords.Of(line.Act), line.Target, line.Detail, line.Hash]);
        return SheetFile.Answer("操作记录", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime), new Sheet("操作记录", Columns, rows));
    }
}
