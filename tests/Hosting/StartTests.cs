using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bot.Hosting;
using Microsoft.Extensions.Configuration;
using Tests.Support;

namespace Tests.Hosting;

public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--Playground:Enabled=maybe", "Playground:Enabled", "maybe", "true 或 false")]
    [InlineData("--Urls=http://127.0.0.1:70000", "Urls", "70000", "端口 0 到 65535")]
    [InlineData("--Storage:Path=/proc/nowhere", "Storage:Path", "/proc/nowhere", "能写入的文件夹")]
    [InlineData("--Comunity:Sample=true", "Comunity", "", "Community")]
    public async Task A_wrong_setting_stops_the_start_in_one_line(string argument, string key, string value, string allowed)
    {
        using TempFolder folder = new();
        string[] arguments = argument.Contains("Storage:Path") ? [argument] : [$"--Storage:Path={folder.Path}", argument];
        BotProgram.Result result = await BotProgram.RunAsync(arguments);
        result.ExitCode.ShouldBe(2, result.Error);
        result.Output.ShouldBeEmpty();
        string line = result.Error.Trim();
        line.ShouldNotContain('\n');
        line.ShouldContain(key);
        line.ShouldContain(value);
        line.ShouldContain(allowed);
    }

    [Fact]
    public void The_data_folder_is_made_for_this_user_alone()
    {
        using TempFolder folder = new();
        string data = folder.File("data");
        FolderProbe.Check(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", data)]).Build());
        Directory.EnumerateFileSystemEntries(data).ShouldBeEmpty();
        if (!OperatingSystem.IsWindows()) { new DirectoryInfo(data).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using TempFolder folder = new();
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://{taken.LocalEndpoint}";
        TrainedEngine.PutInto(folder.Path);
        BotProgram.Result result = await BotProgram.RunAsync($"--Storage:Path={folder.Path}", $"--Urls={url}", "--Logging:LogLevel:Default=Warning");
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.Trim().ShouldStartWith("端口已被占用（Urls）");
        result.Error.ShouldContain(url);
        result.Error.Trim().ShouldNotContain('\n');
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_for_a_community_that_is_wrong_stops_the_start()
    {
        using TempFolder folder = new();
        await File.WriteAllTextAsync(folder.File("mine.json"), """{"groups":{"一群":"没有"}}""", Token);
        BotProgram.Result result = await BotProgram.RunAsync(
            $"--Storage:Path={folder.File("data")}", $"--Community:Directory={folder.File("mine.json")}", "--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning");
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.Trim().ShouldContain("Community:Directory");
        result.Error.ShouldContain("小区「没有」不在 compounds 里");
        result.Error.Trim().ShouldNotContain('\n');
    }

    [Fact]
    public async Task It_greets_makes_links_and_stops()
    {
        using TempFolder folder = new();
        TrainedEngine.PutInto(folder.Path);
        using Process bot = Start(folder);
        await using Ending _ = new(bot);
        string playground = await LineAsync(bot, "/playground");
        string link = await LineAsync(bot, "/signin/");
        string address = playground[playground.IndexOf("http", StringComparison.Ordinal)..playground.IndexOf("/playground", StringComparison.Ordinal)];
        using HttpClient client = new();
        (await client.GetAsync(link.Trim(), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        BotProgram.Result made = await BotProgram.RunAsync("admin-link", $"--Storage:Path={folder.Path}");
        made.ExitCode.ShouldBe(0, made.Error);
        made.Output.ShouldStartWith(address + "/signin/");
        (await client.GetAsync(made.Output.Trim(), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        BotProgram.Result second = await BotProgram.RunAsync($"--Storage:Path={folder.Path}", "--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning");
        second.ExitCode.ShouldBe(2, "one data folder, one bot");

        using (Process kill = Process.Start("kill", ["-TERM", $"{bot.Id}"])) { await kill.WaitForExitAsync(Token); }
        await bot.WaitForExitAsync(Token);
        bot.ExitCode.ShouldBe(0);
        string logs = string.Concat(Directory.GetFiles(Path.Combine(folder.Path, "logs")).Select(File.ReadAllText)) + await bot.StandardError.ReadToEndAsync(Token);
        logs.ShouldContain("Community 春和社区");
        logs.ShouldNotContain("/signin/", Case.Insensitive, "a link goes to standard output only");
    }

    [Fact]
    public async Task A_link_can_be_made_before_the_first_start()
    {
        using TempFolder folder = new();
        BotProgram.Result made = await BotProgram.RunAsync("admin-link", $"--Storage:Path={folder.Path}");
        made.ExitCode.ShouldBe(0, made.Error);
        made.Output.ShouldStartWith("http://127.0.0.1:5080/signin/");
        await using BotHost host = await BotHost.StartAsync(folder.Path, TimeProvider.System);
        (await host.Client.GetAsync(new Uri(made.Output.Trim()).AbsolutePath, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await BotProgram.RunAsync("admin-link", $"--Storage:Path={folder.Path}", "--person", "路人")).ExitCode.ShouldBe(2);
    }

    /// <summary>Leaves no process behind when a check fails.</summary>
    private sealed class Ending(Process process) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited) { process.Kill(); }
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(TempFolder folder)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "bot.dll"), $"--Storage:Path={folder.Path}", "--Urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    private static async Task<string> LineAsync(Process bot, string word)
    {
        while (await bot.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            if (line.Contains(word, StringComparison.Ordinal)) { return line; }
        }
        await bot.WaitForExitAsync(Token);
        throw new InvalidOperationException($"no line with {word}; it ended with {bot.ExitCode}: {await bot.StandardError.ReadToEndAsync(Token)}");
    }
}
