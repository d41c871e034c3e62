using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Tests.Support;

namespace Tests.Channels.WebChat;

public sealed class EventStreamTests
{
    private const string Group = "春和苑一网格群";

    [Fact]
    public async Task What_is_said_arrives_live_and_in_order()
    {
        await using BotHost host = await BotHost.StartAsync();
        await SayAsync(host, "早");
        await using IAsyncEnumerator<SseItem<string>> events = await FollowAsync(host, last: null);
        (await NextAsync(events)).ShouldBe("早");
        await SayAsync(host, "电梯坏了");
        await SayAsync(host, "在六号楼");
        (await NextAsync(events)).ShouldBe("电梯坏了");
        (await NextAsync(events)).ShouldBe("在六号楼");
    }

    [Fact]
    public async Task A_browser_that_was_away_gets_what_it_missed()
    {
        await using BotHost host = await BotHost.StartAsync();
        for (int i = 1; i <= 5; i++) { await SayAsync(host, $"第{i}句"); }
        await using IAsyncEnumerator<SseItem<string>> events = await FollowAsync(host, last: 3);
        (await NextAsync(events)).ShouldBe("第4句");
        (await NextAsync(events)).ShouldBe("第5句");
    }

    private static async Task SayAsync(BotHost host, string text) =>
        (await host.Client.PostAsJsonAsync("/playground/api/messages", new { group = Group, person = "3-1-502", text }, TestContext.Current.CancellationToken))
            .EnsureSuccessStatusCode();

    private static async Task<IAsyncEnumerator<SseItem<string>>> FollowAsync(BotHost host, long? last)
    {
        HttpRequestMessage request = new(HttpMethod.Get, $"/playground/api/events?conversation={Uri.EscapeDataString(Group)}");
        if (last is not null) { request.Headers.Add("Last-Event-ID", last.ToString()); }
        HttpResponseMessage response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))
            .EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current.EventType != "message") { continue; }
            JsonElement view = JsonSerializer.Deserialize<JsonElement>(events.Current.Data);
            events.Current.EventId.ShouldBe(view.GetProperty("seq").ToString());
            return view.GetProperty("text").GetString();
        }
        return null;
    }
}
