using System.Net;
using System.Text.RegularExpressions;
using Bot.Grids;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Routing;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>Every endpoint × seven roles and nobody, in their own group and another, against the table in endpoints.txt.</summary>
public sealed partial class RoleTests(RoleRig rig) : IClassFixture<RoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_has_its_row()
    {
        IReadOnlyList<EndpointRow> actual = EndpointRow.Actual(rig.Host.Get<EndpointDataSource>());
        if (Environment.GetEnvironmentVariable("BOT_WRITE_ENDPOINTS") == "1")
        {
            IEnumerable<string> head = (await File.ReadAllLinesAsync(EndpointRow.File, Token)).Where(line => line.StartsWith('#'));
            await File.WriteAllLinesAsync(EndpointRow.File, [.. head, .. actual.Select(row => row.ToString())], Token);
        }
        IReadOnlyList<EndpointRow> expected = EndpointRow.Expected();
        actual.Except(expected).ShouldBeEmpty("without a row in tests/Hosting/endpoints.txt; add it after thinking who may");
        expected.Except(actual).ShouldBeEmpty("rows without an endpoint");
    }

    [Fact]
    public async Task Every_endpoint_lets_in_whom_its_row_names_and_nobody_else()
    {
        List<string> wrong = [];
        foreach (EndpointRow row in EndpointRow.Expected().Where(row => row.Who is not ("open" or "playground" or "photos")))
        {
            foreach ((string role, HttpClient browser) in rig.Browsers)
            {
                int status = await AskAsync(browser, row.Method, row.Address("1"));
                int? refusal = role.Length == 0 ? 401 : Access.RolesFor(row.Who).Contains(role) ? null : 403;
                if (refusal is { } expected ? status != expected : status is 401 or 403 or >= 500) { wrong.Add($"{row} by {role}: {status}"); }
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_lies_in_another_group_does_not_exist()
    {
        List<string> wrong = [];
        foreach (EndpointRow row in EndpointRow.Expected().Where(row => row.Route.Contains('{') && rig.Other.Of(row.Route) is not null))
        {
            foreach (string role in RoleRig.Roles.Where(role => Access.RolesFor(row.Who).Contains(role)))
            {
                bool whole = role is "admin" or "staff";
                if (row.Method != "GET" && whole) { continue; }
                string address = row.Address($"{rig.Other.Of(row.Route)}");
                int status = await AskAsync(rig.Browsers[role], row.Method, address, await TokenAsync(role));
                if (whole ? status >= 400 : status != 404) { wrong.Add($"{row} by {role}: {status}"); }
                if (row.Method == "GET" && await AskAsync(rig.Browsers[role], row.Method, row.Address($"{rig.Own.Of(row.Route)}")) is >= 400 and var own) { wrong.Add($"{row} by {role}, own: {own}"); }
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_tells_of_another_group_or_of_a_private_matter()
    {
        List<string> wrong = [];
        foreach (EndpointRow row in EndpointRow.Expected().Where(row => row.Method == "GET" && !row.Route.Contains("events") && row.Who is not ("open" or "playground" or "photos")))
        {
            foreach (string role in RoleRig.Roles.Where(role => role is not ("admin" or "staff") && Access.RolesFor(row.Who).Contains(role)))
            {
                string page = WebUtility.HtmlDecode(await (await rig.Browsers[role].GetAsync(row.Address($"{rig.Own.Of(row.Route) ?? 1}"), Token)).Content.ReadAsStringAsync(Token));
                if (page.Contains(RoleRig.OtherWord, StringComparison.Ordinal)) { wrong.Add($"{row} tells {role} of another group"); }
                if (role is "property" or "reader" && page.Contains(RoleRig.PrivateWord, StringComparison.Ordinal)) { wrong.Add($"{row} tells {role} of a private matter"); }
            }
        }
        wrong.ShouldBeEmpty();
        (await rig.Browsers["staff"].GetTextAsync("/console/tickets")).ShouldContain(RoleRig.OtherWord);
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("grid")]
    [InlineData("micro")]
    [InlineData("property")]
    [InlineData("reader")]
    public async Task Without_a_group_nothing_is_seen_and_a_group_taken_away_is_gone_at_once(string role)
    {
        CommunityStore store = rig.Host.Get<CommunityStore>();
        string name = $"换群{role}";
        string ticket = $"/console/tickets/{rig.Own.Ticket}";
        (await store.SavePersonAsync(new Person(name) { Role = role, Groups = [RoleRig.OwnGroup] }, Token)).ShouldBeNull();
        HttpClient browser = await rig.Host.SignInAsync(name, role);
        (await AskAsync(browser, "GET", ticket)).ShouldBe(200);
        (await store.SavePersonAsync(new Person(name) { Role = role }, Token)).ShouldBeNull();
        (await AskAsync(browser, "GET", ticket)).ShouldBe(404);
        (await browser.GetTextAsync("/console/tickets")).ShouldNotContain("自己群的话");
        (await store.SavePersonAsync(new Person(name), Token)).ShouldBeNull();
        (await AskAsync(browser, "GET", ticket)).ShouldBe(401);
    }

    private static async Task<int> AskAsync(HttpClient browser, string method, string address, string? token = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        if (method != "GET")
        {
            request.Content = new MultipartFormDataContent
            {
                { new StringContent(token ?? ""), "__RequestVerificationToken" }, { new StringContent("0"), "version" }, { new StringContent("/console"), "back" },
            };
        }
        using HttpResponseMessage response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        return (int)response.StatusCode;
    }

    private async Task<string> TokenAsync(string role) =>
        WebUtility.HtmlDecode(FormToken().Match(await rig.Browsers[role].GetStringAsync("/console/more", Token)).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
