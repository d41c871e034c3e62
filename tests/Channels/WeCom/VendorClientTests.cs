using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Bot.Channels.Envelopes;
using Bot.Channels.WeCom;
using Bot.Channels.WeCom.Line;
using Bot.Channels.WeCom.Media;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Knowledge.Reading.Web;
using Microsoft.Extensions.Options;
using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>The fake is believed because the vendor's own client works with it; then ours does the same, and what both sent is compared.</summary>
public sealed class VendorClientTests(CallbackRig rig) : IClassFixture<CallbackRig>
{
    private static readonly string Script = Repository.File("tests", "wecom-scenarios.mjs");
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 11))];
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 13))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_clients_send_the_same()
    {
        SkipWithoutPeers();
        JsonNode[] theirs = await TheirsAsync();
        JsonNode[] ours = await OursAsync();
        ours.Select(frame => frame.ToJsonString(Frames.Json)).ShouldBe(theirs.Select(frame => frame.ToJsonString(Frames.Json)));
    }

    [Fact]
    public async Task The_vendors_package_signs_and_seals_what_we_believe()
    {
        SkipWithoutPeers();
        string now = $"{rig.Host.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds()}";
        (int exit, string output, string problem) = await RunAsync("callback", new Uri(rig.Host.Address, "/channels/wecom").AbsoluteUri, CallbackRig.Token, CallbackRig.Key, now);
        exit.ShouldBe(0, problem);
        output.ShouldBe("5 scenarios\n");
    }

    private static async Task<JsonNode[]> TheirsAsync()
    {
        await using FakeGateway gateway = await FakeGateway.StartAsync();
        gateway.Files = http => http.Response.Body.WriteAsync(EnvelopeCipher.Encrypt(Key, Bytes)).AsTask();
        Task<(int Exit, string Output, string Problem)> running = RunAsync(
            "line", gateway.SocketAddress, FakeGateway.BotId, FakeGateway.Secret, $"{gateway.Address}/p", Convert.ToBase64String(Key));
        await Eventually.TrueAsync(() => gateway.IsConnected || running.IsCompleted, "the vendor's client connects");
        if (gateway.IsConnected) { await gateway.CallAsync("req-M1", WeComRig.Said("M1", "@网格助手 电梯坏了")); }
        (int exit, string output, string problem) = await running;
        exit.ShouldBe(0, problem);
        output.ShouldBe($"connected\n{Convert.ToHexStringLower(SHA256.HashData(Bytes))}\n6 scenarios\n");
        gateway.Connections.ShouldBeGreaterThanOrEqualTo(3);
        return Compared(gateway);
    }

    private static async Task<JsonNode[]> OursAsync()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        await rig.SayAsync("k1", conversation, "记下了");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Clock.Advance(BotSession.PingInterval);
        await Eventually.TrueAsync(() => rig.Gateway.Of(Frames.Ping).Length == 1, "a ping");
        rig.Clock.Set(rig.Clock.GetUtcNow().AddHours(24));
        await rig.SayAsync("k2", conversation, "通知");
        await rig.BecomesAsync("k2", OutboxState.Sent);
        rig.Gateway.Files = http => http.Response.Body.WriteAsync(EnvelopeCipher.Encrypt(Key, Bytes)).AsTask();
        using MediaFetcher fetcher = new(Options.Create(new WeComOptions()), new WebAccess { IsAllowed = _ => true });
        Picture picture = new() { Name = "1", Channel = "wecom", Conversation = "群", MessageId = "M1", Source = $"{rig.Gateway.Address}/p#{Convert.ToBase64String(Key)}" };
        (await fetcher.FetchAsync(picture, Token)).ShouldBeOfType<FetchedPicture.Content>().Bytes.ShouldBe(Bytes);
        return Compared(rig.Gateway);
    }

    /// <summary>The first frame of each sort, without the ids that every client makes for itself.</summary>
    private static JsonNode[] Compared(FakeGateway gateway) => [.. new[] { Frames.Subscribe, Frames.Ping, Frames.Respond, Frames.Push }.Select(command =>
    {
        JsonNode frame = gateway.Of(command)[0].DeepClone();
        string id = (string)frame["headers"]!["req_id"]!;
        if (command != Frames.Respond)
        {
            id.ShouldStartWith($"{command}_");
            frame["headers"]!["req_id"] = "own";
        }
        if (frame["body"]?["stream"] is { } stream) { stream["id"] = "own"; }
        return frame;
    })];

    private static void SkipWithoutPeers() =>
        Assert.SkipUnless(Directory.Exists(Repository.File("tests", "node_modules", "@wecom")), "the vendor's client not found: npm ci --prefix tests");

    private static async Task<(int Exit, string Output, string Problem)> RunAsync(params string[] arguments)
    {
        using Process node = Process.Start(new ProcessStartInfo("node", [Script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = node.StandardOutput.ReadToEndAsync(Token);
        Task<string> problem = node.StandardError.ReadToEndAsync(Token);
        await node.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), Token);
        return (node.ExitCode, await output, await problem);
    }
}
