using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Channels.Http;
using Bot.Hosting.Settings;
using Bot.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.Http;

public sealed partial class DescriptionTests(HttpRig rig) : IClassFixture<HttpRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_names_path_headers_answers_and_how_to_sign()
    {
        JsonElement document = JsonDocument.Parse(await rig.Host.Client.GetStringAsync("/channels/http/openapi.json", Token)).RootElement;
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/channels/http/messages"], "of the whole program only this is described here");
        JsonElement post = document.GetProperty("paths").GetProperty("/channels/http/messages").GetProperty("post");
        post.GetProperty("parameters").EnumerateArray().Select(header => header.GetProperty("name").GetString())
            .ShouldBe(["X-Bot-Key", "X-Bot-Timestamp", "X-Bot-Nonce", "X-Bot-Signature"]);
        post.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ShouldBe(["200", "400", "401", "413", "503"]);
        string schema = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
        document.GetProperty("components").GetProperty("schemas").GetProperty(schema.Split('/')[^1]).GetProperty("properties").EnumerateObject()
            .Select(property => property.Name).ShouldContain("replyToId");
        document.GetProperty("info").GetProperty("description").GetString()!.ShouldContain("openssl dgst -sha256 -hmac");
    }

    [Fact]
    public async Task The_lines_of_shell_in_the_description_sign()
    {
        string description = JsonDocument.Parse(await rig.Host.Client.GetStringAsync("/channels/http/openapi.json", Token)).RootElement
            .GetProperty("info").GetProperty("description").GetString()!;
        string script = string.Join('\n', description.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line[4..]))
            .Replace("secret=…", $"secret={HttpRig.Secret}", StringComparison.Ordinal)
            .Replace("$(date +%s)", $"{rig.Now}", StringComparison.Ordinal)
            .Replace("http://127.0.0.1:5080", rig.Host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);
        using System.Diagnostics.Process shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string answer = await shell.StandardOutput.ReadToEndAsync(Token);
        await shell.WaitForExitAsync(Token);
        answer.ShouldBe("""{"outcome":"accepted"}""", await shell.StandardError.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task The_examples_are_signed_and_no_longer_good()
    {
        string text = await File.ReadAllTextAsync(Repository.File("bot", "Channels", "Http", "examples.http"), Token);
        string secret = SecretLine().Match(text).Groups[1].Value;
        Dictionary<string, string> variables = Variable().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Match[] examples = [.. Example().Matches(text).Cast<Match>()];
        examples.Length.ShouldBe(3);
        foreach (Match example in examples)
        {
            byte[] body = Encoding.UTF8.GetBytes(example.Groups["body"].Value);
            byte[] signed = [.. Encoding.UTF8.GetBytes($"{variables["timestamp"]}\n{variables["nonce"]}\n"), .. body];
            Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)).ShouldBe(example.Groups["signature"].Value);
            (await rig.SendAsync(variables["key"], variables["timestamp"], variables["nonce"], example.Groups["signature"].Value, body)).ShouldBe((401, """{"error":"timestamp"}"""));
        }
    }

    [Theory]
    [InlineData("Channels:Http:Gateways:gate1:Secret", "short", "Secret = \"***\"，至少 32 个字符")]
    [InlineData("Channels:Http:Gateways:gate1:Callback", "http://example.org/x", "本机和内网以外的要用 https")]
    [InlineData("Channels:Http:Gateways:gate1:Callbak", "x", "没有 Channels:Http:Gateways:gate1:Callbak 这一项")]
    [InlineData("Channels:Htp:Gateways", "x", "没有 Channels:Htp 这一项")]
    [InlineData("Channels:Http:Gateways:gate1:Hears", "Some", "只能是 All、WhenNamed、Nothing")]
    public void A_wrong_setting_is_named(string key, string value, string words) =>
        SettingsCheck.Errors(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build())
            .ShouldHaveSingleItem().ShouldContain(words);

    [Fact]
    public void A_gateway_without_a_secret_or_with_an_odd_name_stops_the_start()
    {
        HttpChannelOptions options = new() { Gateways = { ["大厅"] = new GatewayOptions { Secret = HttpRig.Secret }, ["gate1"] = new GatewayOptions() } };
        new GatewayCheck().Validate(null, options).Failures!.ShouldBe([
            "Channels:Http:Gateways:大厅，网关的名字只能用字母、数字和连字符，最多 40 个",
            "Channels:Http:Gateways:gate1:Secret 没有写，至少 32 个字符，可用 openssl rand -hex 32 生成",
        ]);
    }

    [Fact]
    public void What_a_gateway_can_do_is_what_its_settings_say()
    {
        Capabilities able = rig.Host.Services.GetServices<IChannel>().Single(channel => channel.Name == "http-gate1").Capabilities;
        (able.Speaks, able.TakesIdempotencyKey, able.Recalls, able.Hears, able.MostBytes).ShouldBe((true, true, true, Hearing.All, null));
    }

    [GeneratedRegex("Secret=(.+)")]
    private static partial Regex SecretLine();

    [GeneratedRegex("^@(\\w+) = (.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex("X-Bot-Signature: (?<signature>[0-9a-f]+)\n\n(?<body>.+)\n")]
    private static partial Regex Example();
}
