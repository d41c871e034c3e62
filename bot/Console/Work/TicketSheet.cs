using Bot.Audit;
using Bot.Grids;
using Bot.Messaging;
using Bot.Sheets;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>The list of tickets as filtered, as a sheet; who reported is masked.</summary>
public sealed class TicketSheet(IDbContextFactory<BotDbContext> contexts, TicketSearch search, CommunityClock clock, TimeProvider time, AuditTrail audit)
{
    /// <summary>What a sheet of the same kind is read back to.</summary>
    private const int Most = 20_000;

    /// <summary>Heading of the column that says how a row was when it was written.</summary>
    internal const string Version = "版本";

    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("编号", 8), new("状态", 14), new("急不急", 8), new("类别", 12), new("话题", 12), new("地点", 22, IsText: true), new("什么事", 30, IsText: true),
        new("群", 20), new("反映人", 16, IsText: true), new("人数", 6), new("负责人", 12), new("经办人", 12), new("反映时间", 18), new("答应时间", 18),
        new("办好时间", 18), new("核验时间", 18), new("办结时间", 18), new("怎么办的", 30, IsText: true), new("原因", 30, IsText: true),
        new(Version, IsHidden: true),
    ];

    public async Task<FileStreamHttpResult> ExportAsync(TicketFilter filter, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await TicketSearch.Order(search.Find(db, filter, scope), filter).Take(Most).Select(ticket => new
        {
            Ticket = ticket,
            First = ticket.Reports.Where(report => report.IsReport).OrderBy(report => report.Id).Select(report => report.Sender).FirstOrDefault(),
            People = ticket.Reports.Where(report => report.IsReport).Select(report => report.Sender).Distinct().Count(),
        }).ToListAsync(cancellationToken);
        await audit.RecordAsync(new AuditAct("tickets/export", Detail: $"{rows.Count}件"), cancellationToken);
        return SheetFile.Answer("工单", DateOnly.FromDateTime(clock.Local(time.GetUtcNow())),
            new Sheet("工单", Columns, rows.Select(row => Row(row.Ticket, row.First, row.People))));
    }

    private IReadOnlyList<Cell> Row(Ticket ticket, string? first, int people) =>
    [
        ticket.Number, ticket.State.Title(), ticket.Urgency.Title(), ticket.Category.Name(), ticket.Topic, ticket.Location, PersonalNumbers.Mask(ticket.Matter),
        ticket.Group, Masked(first), people, ticket.Owner, ticket.Assignee, clock.Local(ticket.OpenedAt), clock.Local(ticket.PromisedAt),
        Local(ticket.ResolvedAt), Local(ticket.VerifiedAt), Local(ticket.ClosedAt), PersonalNumbers.Mask(ticket.Cause ?? ""), PersonalNumbers.Mask(ticket.Reason ?? ""),
        ticket.Version,
    ];

    private DateTime? Local(DateTimeOffset? at) => at is { } known ? clock.Local(known) : null;

    private static string? Masked(string? name) => string.IsNullOrEmpty(name) ? null : name.EnumerateRunes().First() + "**";
}
