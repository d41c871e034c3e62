using System.Diagnostics;
using System.Text.Json.Nodes;
using Tests.Support;

namespace Tests.Channels.DingTalk;

/// <summary>The fake is believed because the vendor's own client works with it; and we say to it what that client says.</summary>
public sealed class VendorClientTests
{
    private static readonly string Script = Repository.File("tests", "dingtalk-scenarios.mjs");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_vendors_client_and_ours_say_the_same()
    {
        Assert.SkipUnless(Directory.Exists(Repository.File("tests", "node_modules", "dingtalk-stream")), "the vendor's client not found: npm ci --prefix tests");
        await using FakeGateway gateway = await FakeGateway.StartAsync();
        using Process node = Process.Start(new ProcessStartInfo("node", [Script, gateway.Address, FakeGateway.ClientId, FakeGateway.Secret]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = node.StandardOutput.ReadToEndAsync(Token), problem = node.StandardError.ReadToEndAsync(Token);
        await PlayAsync(gateway, gateway.SessionAddress, condition => Eventually.TrueAsync(() => node.HasExited || condition(), "the vendor's client goes on"), _ => Task.CompletedTask);
        await node.WaitForExitAsync(Token);
        node.ExitCode.ShouldBe(0, await problem);
        (await output).ShouldEndWith("2 messages\n");

        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await PlayAsync(rig.Gateway, rig.Gateway.SessionAddress, rig.AdvanceUntilAsync, async id =>
        {
            string conversation = (await rig.StoredAsync()).Single(message => message.MessageId == id).Conversation;
            await rig.SayAsync(id, conversation, "@12-2-301小陈 收到，已记下。", replyTo: id);
        });

        Requests(rig.Gateway).ShouldBe(Requests(gateway));
        rig.Gateway.Frames.Select(Written).ShouldBe(gateway.Frames.Select(Written));
    }

    private static async Task PlayAsync(FakeGateway gateway, string session, Func<Func<bool>, Task> wait, Func<string, Task> answer)
    {
        await wait(() => gateway.Connections == 1);
        await gateway.PushAsync(Payloads.Ping("p1"));
        await wait(() => gateway.Frames.Count == 1);
        await gateway.PushAsync(Payloads.Frame("e1", new JsonObject(), "EVENT", "chat_update_title"));
        await wait(() => gateway.Frames.Count == 2);
        await SayAsync("M1", 1);
        await gateway.PushAsync(Payloads.Farewell());
        await gateway.CloseAsync();
        await wait(() => gateway.Connections == 2);
        await SayAsync("M2", 2);

        async Task SayAsync(string id, int answers)
        {
            await gateway.PushAsync(Payloads.Frame($"f-{id}", Payloads.Said(id).Answerable(session, TimeProvider.System.GetUtcNow().AddDays(1))));
            await wait(() => gateway.AckOf($"f-{id}") is not null);
            await answer(id);
            await wait(() => gateway.To("/robot/sendBySession").Length == answers);
        }
    }

    private static string[] Requests(FakeGateway gateway) =>
        [.. gateway.Posted.Select(request => $"{request.Path}{request.Query} {request.Headers["Content-Type"].Split(';')[0]} {Written(request.Body)}")];

    // the order of the parts says nothing
    private static string Written(JsonNode? node) => node switch
    {
        JsonObject parts => $"{{{string.Join(',', parts.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}:{Written(part.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Written))}]",
        _ => node?.ToJsonString() ?? "null",
    };
}
