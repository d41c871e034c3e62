using System.Net;
using System.Text.RegularExpressions;
using Bot.Figures;
using Bot.Grids;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Console;
using Tests.Support;

namespace Tests.Figures;

public sealed partial class FigurePageTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => rig.Host.Get<TimeProvider>().GetUtcNow();

    [Fact]
    public async Task Every_number_is_as_many_as_the_rows_behind_it()
    {
        await TicketsOfAllKindsAsync();
        string page = await rig.Admin.GetTextAsync("/console/figures");
        (string Address, int Number)[] numbers = [.. Number().Matches(page)
            .Select(match => (match.Groups[1].Value, int.Parse(match.Groups[2].Value))).Distinct()];
        numbers.Length.ShouldBeGreaterThan(40);
        numbers.Count(number => number.Number > 0).ShouldBeGreaterThan(20);
        foreach ((string address, int number) in numbers)
        {
            string rows = await rig.Admin.GetTextAsync(address);
            Total().Match(rows).Groups[1].Value.ShouldBe(number.ToString(), address);
            Row().Count(rows).ShouldBe(Math.Min(number, 40), address);
        }
    }

    [Fact]
    public async Task A_lead_counts_only_the_own_grid()
    {
        await TicketsOfAllKindsAsync();
        CommunityDirectory directory = rig.Host.Get<CommunityStore>().Current;
        int own = await CountAsync(Scope.Of(directory, ConsoleRig.Lead).Groups);
        string rows = await rig.Worker.GetTextAsync($"/console/figures/rows?m={Measures.Reported.Name}");
        Total().Match(rows).Groups[1].Value.ShouldBe(own.ToString());
        own.ShouldBeLessThan(await CountAsync(null));
    }

    [Fact]
    public async Task Charts_say_in_words_what_they_show_and_no_one_is_named()
    {
        await TicketsOfAllKindsAsync();
        string page = await rig.Admin.GetTextAsync("/console/figures");
        MatchCollection charts = Chart().Matches(page);
        charts.Count.ShouldBe(3);
        foreach (Match chart in charts)
        {
            chart.Value.ShouldMatch("<title id=\"[a-z]+-t\">[^<]+</title>");
            chart.Value.ShouldMatch("<desc id=\"[a-z]+-d\">[^<]+ [0-9]+");
        }
        page.ShouldNotContain("style=");
        string main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        foreach (Person person in rig.Host.Get<CommunityStore>().Current.People) { main.ShouldNotContain(person.Name); }
        main.ShouldContain("解决率 = 居民说“好了”的 ÷ 回访有答复的");
        main.ShouldContain("统计到");
    }

    [Fact]
    public async Task A_period_without_a_case_says_so()
    {
        await TicketsOfAllKindsAsync();
        string page = await rig.Admin.GetTextAsync("/console/figures?p=2001-02");
        page.ShouldContain("筛选太窄");
        page.ShouldContain("率无法计算");
        page.ShouldNotContain("0%");
    }

    [Theory]
    [InlineData("/console/figures?p=oops&grid=nowhere&category=x&urgency=y")]
    [InlineData("/console/figures/rows?m=open&page=99999999")]
    [InlineData("/console/figures/rows?m=open&grid=nowhere")]
    [InlineData("/console/figures/recurrences?page=-4")]
    public async Task Odd_addresses_do_no_harm(string address) =>
        (await rig.Admin.GetAsync(address, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

    private Task<int> CountAsync(IReadOnlyList<string>? groups) => rig.Host.Get<FiguresQuery>().CountAsync(
        Measures.Reported, new Slice(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1), groups), Token);

    private async Task TicketsOfAllKindsAsync()
    {
        string[] groups = [.. rig.Host.Get<CommunityStore>().Current.Groups.Keys];
        await rig.WriteAsync(async (db, token) =>
        {
            int number = await db.Set<Ticket>().MaxAsync(ticket => (int?)ticket.Number, token) ?? 0;
            db.AddRange(InventedTickets.Of(number + 1, groups, rig.Host.Get<TicketDeadlines>(), Now));
            return true;
        });
        await rig.Host.Get<CaseKeeper>().SweepAsync(Token);
    }

    [GeneratedRegex("href=\"(/console/figures/rows[^\"]*)\">([0-9]+)")]
    private static partial Regex Number();

    [GeneratedRegex("<span class=\"soft num\">([0-9]+)件</span>")]
    private static partial Regex Total();

    [GeneratedRegex("<a class=\"row\"|<span class=\"row soft\"")]
    private static partial Regex Row();

    [GeneratedRegex("<svg class=\"chart\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Chart();
}
