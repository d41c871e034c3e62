using System.IO.Compression;
using Bot.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Tests.Support;

namespace Tests.Hosting;

public sealed class SavedSettingsTests : IDisposable
{
    private const string Secret = "canary-5f2d-secret";
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SavedSettingsFile File => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_saved_is_read_back_and_no_secret_stands_in_any_file()
    {
        File.Read().Values.ShouldBeEmpty();
        File.Write(Saved());
        SavedSettings read = File.Read();
        read.Values["channels:wecom:secret"].ShouldBe(new SavedSetting(Secret, IsSecret: true));
        read.Values["Channels:WeCom:BotId"].ShouldBe(new SavedSetting("aib1", IsSecret: false));
        FolderSearch.Find(_folder.Path, Secret).ShouldBeEmpty();
        FolderSearch.Find(_folder.Path, "aib1").ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File.Location).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            new FileInfo(File.Location).Directory!.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void What_is_off_is_kept_and_not_used_and_what_is_forgotten_is_gone()
    {
        File.Write(Saved().Switched("Channels:WeCom", on: false));
        Configuration()["Channels:WeCom:BotId"].ShouldBeNull();
        File.Read().Values.Count.ShouldBe(2);
        File.Write(File.Read().Switched("Channels:WeCom", on: true));
        Configuration()["Channels:WeCom:Secret"].ShouldBe(Secret);
        File.Read().Without("Channels:WeCom").Values.ShouldBeEmpty();
    }

    [Fact]
    public void What_would_change_with_the_next_start_is_pending()
    {
        SettingsDesk desk = new(Configuration());
        desk.IsPending("Channels:WeCom", desk.File.Read()).ShouldBeFalse();
        desk.File.Write(Saved());
        desk.IsPending("Channels:WeCom", desk.File.Read()).ShouldBeTrue();
        desk.IsPending("Channels:DingTalk", desk.File.Read()).ShouldBeFalse();
        new SettingsDesk(Configuration()).IsPending("Channels:WeCom", desk.File.Read()).ShouldBeFalse("started with them");
    }

    [Theory]
    [InlineData("{\n \"plain\": {,", "第 2 行写坏了")]
    [InlineData("null", "里面是空的或者写坏了")]
    [InlineData("""{"plain":{},"secret":{}}""", "写坏了")]
    [InlineData("""{"plain":{"Storage:Path":"/tmp"},"secret":{},"off":[]}""", "写坏了")]
    [InlineData("""{"plain":{},"secret":{"Channels:WeCom:Secret":"clear text"},"off":[]}""", "里的 Channels:WeCom:Secret 解不开")]
    public async Task A_damaged_file_stops_the_start_in_one_line(string content, string words)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File.Location)!);
        await System.IO.File.WriteAllTextAsync(File.Location, content, Token);
        BotProgram.Result result = await BotProgram.RunAsync($"--Storage:Path={_folder.Path}", "--Urls=http://127.0.0.1:0");
        result.ExitCode.ShouldBe(2, result.Error);
        result.Output.ShouldBeEmpty();
        string line = result.Error.Trim();
        line.ShouldNotContain('\n');
        line.ShouldContain(File.Location);
        line.ShouldContain(words);
        line.ShouldContain("把它移走");
        line.ShouldNotContain("clear text");
    }

    [Fact]
    public void Without_its_keys_it_is_not_read_as_if_nothing_were_saved()
    {
        File.Write(Saved());
        Directory.Delete(Path.Combine(_folder.Path, SavedSettingsFile.Folder, "keys"), recursive: true);
        Should.Throw<SettingsException>(() => Configuration()).Message.ShouldContain("keys 文件夹里的钥匙缺了");
    }

    [Fact]
    public async Task A_wrong_value_in_it_says_where_it_stands()
    {
        File.Write(new SavedSettings(new Dictionary<string, SavedSetting> { ["Channels:DingTalk:Connections"] = new("many", false) }, new HashSet<string>()));
        BotProgram.Result result = await BotProgram.RunAsync($"--Storage:Path={_folder.Path}", "--Urls=http://127.0.0.1:0");
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldContain("Channels:DingTalk:Connections");
        result.Error.ShouldContain(File.Location);
    }

    [Fact]
    public async Task No_backup_holds_it_and_no_restore_touches_it()
    {
        await using (BotHost host = await BotHost.StartAsync(_folder.Path)) { File.Write(Saved()); }
        string backup = _folder.File("backup.zip");
        await Bot.Storage.Snapshots.Snapshot.WriteAsync(_folder.Path, backup, databaseOnly: false, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), Token);
        using (ZipArchive archive = await ZipFile.OpenReadAsync(backup, Token))
        {
            archive.Entries.Select(entry => entry.FullName).ShouldContain(name => name.StartsWith("keys/", StringComparison.Ordinal));
            archive.Entries.Select(entry => entry.FullName).ShouldNotContain(name => name.StartsWith(SavedSettingsFile.Folder, StringComparison.Ordinal));
        }
        BotProgram.Result restored = await BotProgram.RunAsync("restore", backup, $"--Storage:Path={_folder.Path}");
        restored.ExitCode.ShouldBe(0, restored.Error);
        File.Read().Values["Channels:WeCom:Secret"].Value.ShouldBe(Secret);
    }

    private static SavedSettings Saved() => new(
        new Dictionary<string, SavedSetting> { ["Channels:WeCom:BotId"] = new("aib1", false), ["Channels:WeCom:Secret"] = new(Secret, true) }, new HashSet<string>());

    private ConfigurationManager Configuration(params string[] arguments)
    {
        ConfigurationManager configuration = new();
        SettingsSources.AddTo(configuration, "Production", [$"--Storage:Path={_folder.Path}", .. arguments]);
        return configuration;
    }
}
