using Bot.Audit;
using Bot.Console.Frame;
using Bot.Figures;
using Bot.Grids.SignIn;

namespace Bot.Console.Figures;

/// <summary>看板, the tickets behind each number, what keeps coming back, and the monthly report.</summary>
internal static class FigureEndpoints
{
    private const int LastPage = 10_000;

    public static void MapFigures(this RouteGroupBuilder console)
    {
        RouteGroupBuilder read = console.MapGroup("/figures").RequireAuthorization(Access.ReaderPolicy);
        read.MapGet("", ShowAsync);
        read.MapGet("/rows", RowsAsync);
        read.MapGet("/recurrences", RecurrencesAsync);

        RouteGroupBuilder lead = console.MapGroup("/figures").RequireAuthorization(Access.LeadPolicy);
        lead.MapGet("/report", ReportActs.ShowAsync);
        lead.MapGet("/report.xlsx", ReportActs.SaveAsync).Audited("figures/report");
        lead.MapPost("/agenda", AgendaActs.PutUpAsync);
        lead.MapPost("/agenda/{item:long}/outcome", AgendaActs.WriteOutcomeAsync);
    }

    private static async Task<IResult> ShowAsync(
        [AsParameters] FigureAsk ask, HttpContext http, FiguresPageQuery query, CancellationToken cancellationToken) =>
        Page.Of<FiguresPage>(await query.LoadAsync(ask, http.Scope(), http.User.May(Access.LeadPolicy), cancellationToken));

    private static async Task<IResult> RowsAsync(
        string? m, int? page, [AsParameters] FigureAsk ask, HttpContext http, RowsQuery query, CancellationToken cancellationToken) =>
        Measures.Named(m) is { } measure
            ? Page.Of<RowsPage>(await query.LoadAsync(measure, ask, Math.Clamp(page ?? 1, 1, LastPage), http.Scope(), cancellationToken))
            : Page.Of<MissingPage>("没有这个数。", StatusCodes.Status404NotFound);

    private static async Task<IResult> RecurrencesAsync(int? page, HttpContext http, RecurrencesQuery query, CancellationToken cancellationToken)
    {
        int shown = Math.Clamp(page ?? 1, 1, LastPage);
        (IReadOnlyList<Recurrence> rows, int total) = await query.LoadAsync(
            http.Scope().Groups, (shown - 1) * RecurrencesModel.PerPage, RecurrencesModel.PerPage, cancellationToken);
        return Page.Of<RecurrencesPage>(new RecurrencesModel(rows, total, shown, http.User.May(Access.LeadPolicy)));
    }
}
