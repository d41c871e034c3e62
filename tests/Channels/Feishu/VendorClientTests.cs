using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Channels.Feishu.Line;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Tests.Support;

namespace Tests.Channels.Feishu;

/// <summary>The fakes are believed because the vendor's own client works with them; then ours does the same, and asks the same.</summary>
public sealed class VendorClientTests
{
    private static readonly string Script = Repository.File("tests", "feishu-scenarios.mjs");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_vendors_client_finds_the_vendor_in_the_fake_and_ours_asks_what_it_asks()
    {
        SkipWithoutClient();
        await using FakeGateway vendors = await FakeGateway.StartAsync();
        using Process node = Start("line", vendors.Address, FakeGateway.AppId, FakeGateway.Secret);
        Task<string> output = node.StandardOutput.ReadToEndAsync(Token);
        Task<string> problem = node.StandardError.ReadToEndAsync(Token);
        int[] answers = await PushAsync(vendors, () => node.HasExited);
        await node.WaitForExitAsync(Token);
        (node.ExitCode, await problem, await output).ShouldBe((0, "", "5 scenarios\n"));
        answers.ShouldBe([200, 200, 500]);

        await using FeishuRig rig = await FeishuRig.StartAsync(("AskNames", "true"));
        await RunOursAsync(rig);

        Seen(rig.Gateway).Except(Seen(vendors)).ShouldBeEmpty("what only ours asks");
        Seen(vendors).Except(Seen(rig.Gateway)).ShouldBeEmpty("what only the vendor's asks");
        Ping(rig.Gateway).ShouldBe(Ping(vendors));
        Answers(rig.Gateway).ShouldBe(Answers(vendors));
    }

    [Fact]
    public async Task The_vendors_client_believes_what_we_seal_and_sign()
    {
        SkipWithoutClient();
        using Process node = Start("webhook", WebhookSender.Key, Events.Token);
        string port = (await node.StandardOutput.ReadLineAsync(Token))!;
        using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        WebhookSender sender = new(client, "/webhook", () => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        string challenge = $$"""{"challenge":"c-1","token":"{{Events.Token}}","type":"url_verification"}""";
        (await sender.PostAsync(WebhookSender.Seal(challenge), null, null, null)).ShouldBe((200, """{"challenge":"c-1"}"""));
        await sender.SendAsync(Events.Said("om_1", "电梯坏了"));
        (await node.StandardOutput.ReadLineAsync(Token)).ShouldBe("believed om_1");
        await node.WaitForExitAsync(Token);
    }

    private static void SkipWithoutClient() =>
        Assert.SkipUnless(Directory.Exists(Repository.File("tests", "node_modules", "@larksuiteoapi")), "the vendor's client not found: npm ci --prefix tests");

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("node", [Script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    // one whole, one in three parts, one that fails at the other end
    private static async Task<int[]> PushAsync(FakeGateway gateway, Func<bool> over)
    {
        await Eventually.TrueAsync(() => gateway.IsConnected || over(), "the connection");
        if (over()) { return []; }
        return
        [
            await gateway.PushAsync("e1", Events.Said("om_e1", "一")),
            await gateway.PushAsync("e2", Events.Said("om_e2", "二"), parts: 3),
            await gateway.PushAsync("e3", Events.Said("om_e3", "三")),
        ];
    }

    private static async Task RunOursAsync(FeishuRig rig)
    {
        await rig.HearAsync("om_1");
        await rig.KnowAsync("ou_u1", "陈一");
        (await rig.Channel.TestAsync(Token)).ShouldBeNull();
        string group = (await rig.StoredAsync())[0].Conversation;
        await rig.SayAsync("答:1", group, "@住户1 记下了", replyTo: "om_1");
        await rig.BecomesAsync("答:1", OutboxState.Sent);
        await rig.SayAsync("催:1", PrivateLine.To("陈一"), "有一件急事");
        await rig.BecomesAsync("催:1", OutboxState.Sent);
        await rig.SayAsync("通知:1", group, "今晚停水");
        OutboxMessage said = await rig.BecomesAsync("通知:1", OutboxState.Sent);
        await rig.SayAsync("recall:1", group, "", replyTo: said.SentAs, recalls: said.Id);
        await rig.BecomesAsync("recall:1", OutboxState.Sent);
        (await rig.FetchAsync("om_1/img_1?type=image")).ShouldBeOfType<FetchedPicture.Content>();
        await rig.RunSqlAsync("CREATE TRIGGER full BEFORE INSERT ON messages WHEN NEW.MessageId = 'om_e3' BEGIN SELECT RAISE(FAIL, 'disk full'); END");
        (await PushAsync(rig.Gateway, () => false)).ShouldBe([200, 200, 500]);
    }

    // what was asked, without the keys and ids that each makes for itself
    private static string[] Seen(FakeGateway gateway) => [.. gateway.Requests.Select(request =>
    {
        JsonNode? body = request.Body?.DeepClone();
        if (body?["uuid"] is not null) { body["uuid"] = "*"; }
        string[] fields = body is null ? [] : [.. body.AsObject().Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal)];
        string path = request.Method == "DELETE" ? "/open-apis/im/v1/messages/*" : request.Path;
        return $"{request.Method} {path}{request.Query} {request.Token is not null} {string.Join(' ', fields)}";
    }).Distinct().Order(StringComparer.Ordinal)];

    private static string Ping(FakeGateway gateway) => Convert.ToHexString(gateway.Frames.First());

    // the same frame, whatever time it took
    private static string[] Answers(FakeGateway gateway) => [.. gateway.Frames.Select(bytes => FrameReader.Read(bytes)!)
        .Where(frame => frame.Method == Frame.Data && frame.Header("message_id")!.StartsWith('e'))
        .Select(frame => frame with { Headers = [.. frame.Headers.Select(header => header.Key == "biz_rt" ? header with { Value = "*" } : header)] })
        .Select(frame => Convert.ToHexString(FrameWriter.Write(frame)))];
}
