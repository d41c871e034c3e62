using System.Text.Json;
using Bot.Grids;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Console;

/// <summary>Open pages hear of what waits and of emergencies.</summary>
public sealed class LiveTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_emergency_reaches_an_open_page_until_someone_says_it_is_known()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/console/events");
        using HttpResponseMessage response = await rig.Worker.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using StreamReader lines = new(await response.Content.ReadAsStreamAsync(Token));
        (await NextAsync(lines)).GetProperty("alerts").GetArrayLength().ShouldBe(0);

        int number = await rig.OpenAsync("楼道里好大煤气味", urgency: Urgency.Emergency, matter: "燃气异味");
        JsonElement state = await NextAsync(lines);
        state.GetProperty("alerts").EnumerateArray().Select(one => one.GetInt32()).ShouldContain(number);
        state.GetProperty("review").GetInt32().ShouldBeGreaterThan(0);

        string banner = await rig.Admin.GetTextAsync("/console/alerts/banner?back=/console/tickets");
        banner.ShouldContain("紧急");
        banner.ShouldContain("3号楼1单元 燃气异味");
        banner.ShouldNotContain("<html");
        (await rig.Worker.GetTextAsync("/console/more")).ShouldContain("3号楼1单元 燃气异味");

        HttpResponseMessage known = await rig.Worker.PostFormAsync("/console", $"/console/alerts/{number}/acknowledge", ("back", "/console/tickets"));
        known.Headers.Location!.ToString().ShouldBe("/console/tickets");
        (await NextAsync(lines)).GetProperty("alerts").GetArrayLength().ShouldBe(0);
        (await rig.TicketAsync(number)).History.ShouldContain(line => line.Kind == TicketEventKind.Acknowledged && line.By == ConsoleRig.Lead);
    }

    [Fact]
    public async Task Whoever_is_removed_hears_nothing_more_on_an_open_page()
    {
        HttpClient worker = await rig.Host.SignInAsync("罗晓燕", "worker");
        using HttpRequestMessage request = new(HttpMethod.Get, "/console/events");
        using HttpResponseMessage response = await worker.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using StreamReader lines = new(await response.Content.ReadAsStreamAsync(Token));
        await NextAsync(lines);
        (await rig.Host.Get<CommunityStore>().RemovePersonAsync("罗晓燕", Token)).ShouldBeNull();
        while (await lines.ReadLineAsync(Token) is not null) { }
    }

    private static async Task<JsonElement> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync(Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) { return JsonDocument.Parse(line[6..]).RootElement; }
        }
        throw new InvalidOperationException("the stream ended");
    }
}
