using System.Net;
using Microsoft.AspNetCore.Routing;

namespace Tests.Console;

public sealed class ForgeryTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_post_without_the_page_s_token_is_refused()
    {
        string[] posts = [.. rig.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/console", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(endpoint => endpoint.RoutePattern.RawText!)];
        posts.Length.ShouldBeGreaterThan(15);
        foreach (string route in posts)
        {
            string address = System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]+\}", "1");
            using MultipartFormDataContent form = new() { { new StringContent("0"), "version" }, { new StringContent("/console"), "back" } };
            (await rig.Admin.PostAsync(address, form, Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            (await rig.Host.NewClient().PostAsync(address, form, Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, address);
        }
    }

    [Fact]
    public async Task A_token_of_another_person_is_refused()
    {
        int number = await rig.OpenAsync();
        HttpClient other = await rig.Host.SignInAsync("林志强", "worker");
        string html = await other.GetStringAsync("/console", Token);
        string token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using FormUrlEncodedContent form = new([KeyValuePair.Create("version", "1"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        (await rig.Worker.PostAsync($"/console/tickets/{number}/accept", form, Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await rig.TicketAsync(number)).State.ShouldBe(Bot.Tickets.TicketState.Captured);
    }
}
