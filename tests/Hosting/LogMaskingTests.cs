using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Tests.Hosting;

public sealed class LogMaskingTests
{
    [Fact]
    public async Task No_number_reaches_a_file_even_at_trace()
    {
        using TempFolder folder = new();
        string[] secrets = ["13812345678", "138 1234 5678", "１３８１２３４５６７８", "330106199001011234", "6222021234567890123"];
        await using (BotHost host = await BotHost.StartAsync(folder.Path, settings: ("Logging:LogLevel:Default", "Trace")))
        {
            foreach (string secret in secrets)
            {
                (await host.Client.PostAsJsonAsync("/playground/api/messages",
                    new { group = "春和苑一网格群", person = "3-1-502", text = $"我的号码是{secret}" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
                await host.Client.GetAsync($"/playground?person={Uri.EscapeDataString(secret)}", TestContext.Current.CancellationToken);
            }
            ILogger logger = host.Get<ILoggerFactory>().CreateLogger("Test");
#pragma warning disable CA1848, CA2254 // on purpose in every position
            logger.LogError(new InvalidOperationException($"exception {secrets[0]}"), "template " + secrets[3] + " {Value}\r\nforged line", secrets[1]);
#pragma warning restore CA1848, CA2254
        }
        string log = string.Concat(Directory.GetFiles(Path.Combine(folder.Path, "logs")).Select(File.ReadAllText));
        log.Length.ShouldBeGreaterThan(1000);
        log.ShouldContain("exception 138****5678");
        log.ShouldContain("⏎forged line");
        foreach (string secret in secrets) { log.ShouldNotContain(secret); }
    }

    [Fact]
    public async Task No_text_steers_the_terminal_and_no_sign_in_token_is_written()
    {
        using TempFolder folder = new();
        await using (BotHost host = await BotHost.StartAsync(folder.Path, settings: [("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft", "Information")]))
        {
            (await host.Client.PostAsJsonAsync("/playground/api/messages",
                new { group = "春和苑一网格群", person = "3-1-502", id = "a\u001b[2Jb\u202ec", text = "你好" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            await host.Client.GetAsync("/signin/SecretToken_1-2", TestContext.Current.CancellationToken);
        }
        string log = string.Concat(Directory.GetFiles(Path.Combine(folder.Path, "logs")).Select(File.ReadAllText));
        log.ShouldContain("a�[2Jb�c");
        log.ShouldContain("/signin/****");
        log.ShouldNotContain("SecretToken");
    }

    [Fact]
    public async Task Residents_words_are_logged_at_trace_only()
    {
        using TempFolder folder = new();
        await using (BotHost host = await BotHost.StartAsync(folder.Path, settings: ("Logging:LogLevel:Default", "Debug")))
        {
            (await host.Client.PostAsJsonAsync("/playground/api/messages",
                new { group = "春和苑一网格群", person = "3-1-502", text = "一句谁也没说过的话" }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        }
        string.Concat(Directory.GetFiles(Path.Combine(folder.Path, "logs")).Select(File.ReadAllText)).ShouldNotContain("谁也没说过");
    }
}
