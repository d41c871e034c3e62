using Bot.Figures;
using Bot.Grids;
using Bot.Sheets;
using Bot.Tickets;

namespace Bot.Console.Figures;

/// <summary>The monthly report as sheets: every rate with its two counts, and how it is reckoned.</summary>
internal static class ReportSheets
{
    public static IReadOnlyList<Sheet> Of(MonthlyReport report, CommunityClock clock) =>
    [
        Rates("总数", "范围", [("全部", report.All)]),
        Rates("按网格", "网格", report.ByGrid),
        Rates("按类别", "类别", report.ByCategory),
        Rates("按主题", "主题", report.ByTopic),
        Unresolved(report, clock),
        Recurrences(report, clock),
        Formulas(report, clock),
    ];

    private static Sheet Rates(string name, string head, IEnumerable<(string Title, Tallies Tallies)> parts) => new(
        name,
        [
            new(head, 18), new("新反映", 10), new("办好", 10), new("没办成就办结", 14), new("返工", 8),
            .. RateKind.All.SelectMany(kind => new SheetColumn[] { new(kind.Title, 10), new(kind.Part.Title, 18), new(kind.Whole.Title, 18) }),
        ],
        parts.Select(part => Row(part.Title, part.Tallies)));

    private static IReadOnlyList<Cell> Row(string title, Tallies tallies) =>
    [
        title, tallies.Count(Measures.Reported), tallies.Count(Measures.Handled), tallies.Count(Measures.EndedUnfixed), tallies.Count(Measures.Redone),
        .. RateKind.All.Select(tallies.Of).SelectMany(rate => new Cell[]
        {
            rate.Whole == 0 ? "没有工单，算不出" : Cell.Percent((double)rate.Part / rate.Whole),
            rate.Part,
            rate.Whole,
        }),
    ];

    private static Sheet Unresolved(MonthlyReport report, CommunityClock clock) => new(
        "没办完的",
        [new("编号", 8), new("事情", 24), new("地点", 24), new("类别", 12), new("主题", 12), new("急缓", 8), new("反映时间", 18), new("答应时间", 18), new("现在", 16)],
        report.Unresolved.Select(one => (IReadOnlyList<Cell>)
        [
            one.Number, one.Matter, one.Place, one.Category.Name(), one.Topic, one.Urgency.Title(), clock.Local(one.OpenedAt), clock.Local(one.PromisedAt), one.State.Title(),
        ]));

    private static Sheet Recurrences(MonthlyReport report, CommunityClock clock) => new(
        "老毛病",
        [new("地点", 24), new("主题", 12), new($"{RecurrencesQuery.Days}天里几次", 12), new("编号", 8), new("反映时间", 18), new("怎么办的", 40), new("议事会", 40)],
        report.Recurrences.SelectMany(chain => chain.Times.Select(time => (IReadOnlyList<Cell>)
        [
            chain.Place, chain.Topic, chain.InNinetyDays, time.Number, clock.Local(time.OpenedAt), time.Done,
            string.Join("；", chain.Agenda.Select(item => item.Outcome ?? item.Note)),
        ])));

    private static Sheet Formulas(MonthlyReport report, CommunityClock clock) => new(
        "怎么算的",
        [new("项目", 18), new("说明", 80)],
        [
            .. RateKind.All.Select(kind => (IReadOnlyList<Cell>)[kind.Title, kind.Formula]),
            ["没人答复", $"到期算核验的{report.All.Count(Measures.Lapsed)}件，不算“好了”。"],
            ["不计入", $"有评议经两人同意不计入的{report.All.Count(Measures.OutOfRates)}件，原因写在工单上。"],
            ["时间", $"{report.Month.Title}。响应率按反映的日子算，其余按办好的日子算。"],
            ["统计到", report.UpTo is { } at ? (Cell)clock.Local(at) : "还没算完"],
        ]);
}
