using System.Diagnostics;
using System.Text.Json;
using Tests.Support;

namespace Tests.Channels.BotFramework;

/// <summary>A Direct Line connector that is not ours carries a client's words to the bot and its answers back, with no registration.</summary>
public sealed class DirectLineTests
{
    private static readonly string Script = Repository.File("tests", "directline-scenarios.mjs");
    private static readonly string[] Words = ["有人吗", "知道了"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_client_says_is_answered_in_its_conversation()
    {
        Assert.SkipUnless(Directory.Exists(Repository.File("tests", "node_modules", "offline-directline")), "the vendor's client not found: npm ci --prefix tests");
        using Process node = Process.Start(new ProcessStartInfo("node", [Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> problem = node.StandardError.ReadToEndAsync(Token);
        string address = JsonDocument.Parse(await node.StandardOutput.ReadLineAsync(Token) ?? await problem).RootElement.GetProperty("address").GetString()!;
        await using BotHost host = await BotHost.StartAsync(settings:
        [
            ("Channels:BotFramework:AllowAnonymous", "true"), ("Channels:BotFramework:ServiceUrls", address), ("Logging:LogLevel:Default", "Error"),
        ]);

        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { bot = new Uri(host.Address, "/api/messages").AbsoluteUri, name = "小陈", say = Words }));
        string? answer = await node.StandardOutput.ReadLineAsync(Token);
        await node.WaitForExitAsync(Token);
        node.ExitCode.ShouldBe(0, await problem);
        JsonElement came = JsonDocument.Parse(answer!).RootElement;

        came.GetProperty("begun").GetInt32().ShouldBe(200, "that somebody came in is taken too");
        came.GetProperty("taken").EnumerateArray().Select(status => status.GetInt32()).ShouldBe([200, 200]);
        JsonElement[] heard = [.. came.GetProperty("heard").EnumerateArray()];
        heard.Length.ShouldBe(2);
        heard.ShouldAllBe(said => said.GetProperty("text").GetString()!.StartsWith("这里只发提醒"));
        heard.Select(said => said.GetProperty("quotes").GetString()).ShouldBe(Words);
    }
}
