using Bot.Console.Parts;
using Bot.Figures;
using Bot.Grids;
using Bot.Sheets;

namespace Bot.Console.Figures;

/// <summary>The monthly report to print and as a file.</summary>
internal static class ReportActs
{
    public static async Task<IResult> ShowAsync(
        string? p, HttpContext http, MonthlyReportQuery query, CommunityStore community, LocalTime time, CancellationToken cancellationToken)
    {
        Scope scope = http.Scope();
        Period month = MonthOf(p, time);
        return Page.Of<ReportPage>(new ReportModel(
            await query.LoadAsync(month, scope, cancellationToken), new FigureAsk { PeriodName = month.Name }, community.Current.Community, scope.Groups is null));
    }

    public static async Task<IResult> SaveAsync(
        string? p, HttpContext http, MonthlyReportQuery query, CommunityClock clock, LocalTime time, CancellationToken cancellationToken)
    {
        Period month = MonthOf(p, time);
        MemoryStream file = new();
        SheetWriter.Write(file, ReportSheets.Of(await query.LoadAsync(month, http.Scope(), cancellationToken), clock));
        file.Position = 0;
        return TypedResults.File(file, SheetWriter.ContentType, $"月报_{month.Name}.xlsx");
    }

    // a report is written when its month is over
    private static Period MonthOf(string? name, LocalTime time) =>
        Period.Read(name) is { Kind: PeriodKind.Month } month ? month : Period.Of(PeriodKind.Month, time.Day(time.Now)).Before;
}
