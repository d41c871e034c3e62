using System.Net;
using Bot.Figures;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Sheets;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Console;
using Tests.Support;

namespace Tests.Figures;

public sealed class ReportTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Month => Period.Of(PeriodKind.Month, DateOnly.FromDateTime(rig.Host.Get<CommunityClock>().Local(rig.Host.Get<TimeProvider>().GetUtcNow()))).Name;

    [Fact]
    public async Task The_file_holds_every_rate_with_its_counts_and_how_it_is_reckoned()
    {
        await FillAsync();
        HttpResponseMessage file = await rig.Admin.GetAsync($"/console/figures/report.xlsx?p={Month}", Token);
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"月报_{Month}.xlsx");
        IReadOnlyList<ReadSheet> sheets = SheetReader.Read(await file.Content.ReadAsByteArrayAsync(Token)).Sheets;
        sheets.Select(sheet => sheet.Name).ShouldBe(["总数", "按网格", "按类别", "按主题", "没办完的", "老毛病", "怎么算的"]);

        Tallies all = await rig.Host.Get<FiguresQuery>().TallyAsync(new Slice(Period.Read(Month)!.From, Period.Read(Month)!.To), Token);
        SheetRow total = sheets[0].Rows[1];
        total[sheets[0].Column("新反映")].ShouldBe(all.Count(Measures.Reported).ToString());
        foreach (RateKind kind in RateKind.All)
        {
            int column = sheets[0].Column(kind.Title);
            total[column + 1].ShouldBe(kind.Of(all).Part.ToString());
            total[column + 2].ShouldBe(kind.Of(all).Whole.ToString());
            sheets[6].Rows.ShouldContain(row => row[1] == kind.Formula);
        }
        sheets[4].Rows.Count.ShouldBe(1 + await rig.ReadAsync(db => db.Set<Ticket>().CountAsync(ticket => Ticket.OpenStates.Contains(ticket.State), Token)));
        sheets[5].Rows.Count.ShouldBeGreaterThan(2, "the same lamp at the same house");
    }

    [Fact]
    public async Task A_private_matter_is_not_told_in_the_report()
    {
        await FillAsync();
        Ticket hidden = await rig.ReadAsync(db => db.Set<Ticket>().FirstAsync(ticket => ticket.IsPrivate, Token));
        await rig.WriteAsync(async (db, token) =>
        {
            Ticket ticket = await db.Set<Ticket>().Include(one => one.History).FirstAsync(one => one.Number == hidden.Number, token);
            ticket.Reopen("说没好", "周敏", rig.Host.Get<TimeProvider>().GetUtcNow(), rig.Host.Get<TicketDeadlines>());
            return true;
        });
        MonthlyReport report = await rig.Host.Get<MonthlyReportQuery>().LoadAsync(Period.Read(Month)!, new Scope("管理员", Groups: null), Token);
        UnresolvedTicket line = report.Unresolved.Single(one => one.Number == hidden.Number);
        (line.Matter, line.Place, line.Topic).ShouldBe(("不公开的事", null, ""));
    }

    [Theory]
    [InlineData(PersonRoles.Reader, HttpStatusCode.Forbidden)]
    [InlineData(PersonRoles.Grid, HttpStatusCode.Forbidden)]
    [InlineData(PersonRoles.Lead, HttpStatusCode.OK)]
    [InlineData(PersonRoles.Staff, HttpStatusCode.OK)]
    public async Task The_report_is_for_leads_and_the_community(string role, HttpStatusCode status)
    {
        await FillAsync();
        string name = $"某{role}";
        (await rig.Host.Get<CommunityStore>().SavePersonAsync(new Person(name) { Role = role, Groups = [ConsoleRig.Group] }, Token)).ShouldBeNull();
        using HttpClient browser = await rig.Host.SignInAsync(name, Access.Worker);
        (await browser.GetAsync($"/console/figures/report?p={Month}", Token)).StatusCode.ShouldBe(status);
        (await browser.GetAsync($"/console/figures/report.xlsx?p={Month}", Token)).StatusCode.ShouldBe(status);
        (await browser.GetAsync("/console/figures", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_keeps_coming_back_is_put_up_talked_over_and_kept()
    {
        await FillAsync();
        string page = await rig.Admin.GetTextAsync("/console/figures/recurrences");
        page.ShouldContain("90天里");
        int ticket = await rig.ReadAsync(db => db.Set<FigureCase>().Where(one => one.Topic == "路灯" && one.Place == "1号楼").MaxAsync(one => one.Number, Token));
        await rig.Admin.PostFormAsync("/console/figures/recurrences", "/console/figures/agenda", ("ticket", $"{ticket}"), ("note", "换成感应灯"));
        (await rig.Admin.GetTextAsync("/console/figures/recurrences")).ShouldContain("换成感应灯");
        await rig.Admin.PostFormAsync("/console/figures/recurrences", "/console/figures/agenda", ("ticket", $"{ticket}"), ("note", "再提一次"));
        (await rig.ReadAsync(db => db.Set<AgendaItem>().CountAsync(Token))).ShouldBe(1, "what is still to be talked over is not put up twice");

        long item = await rig.ReadAsync(db => db.Set<AgendaItem>().Select(one => one.Id).SingleAsync(Token));
        await rig.Admin.PostFormAsync("/console/figures/recurrences", $"/console/figures/agenda/{item}/outcome", ("outcome", "下月全换"));
        (await rig.Admin.GetTextAsync("/console/figures/recurrences")).ShouldContain("下月全换");
    }

    private async Task FillAsync()
    {
        await rig.WriteAsync(async (db, token) =>
        {
            int number = await db.Set<Ticket>().MaxAsync(ticket => (int?)ticket.Number, token) ?? 0;
            db.AddRange(InventedTickets.Of(number + 1, [ConsoleRig.Group], rig.Host.Get<TicketDeadlines>(), rig.Host.Get<TimeProvider>().GetUtcNow()));
            return true;
        });
        await rig.Host.Get<CaseKeeper>().SweepAsync(Token);
    }
}
