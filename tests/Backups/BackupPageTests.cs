using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Bot.Audit;
using Bot.Backups;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Console;
using Tests.Support;

namespace Tests.Backups;

public sealed partial class BackupPageTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const string Page = "/console/backups";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_made_by_hand_is_checked_listed_and_downloaded_on_record()
    {
        (await rig.Admin.PostFormAsync(Page, $"{Page}/make")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Eventually.TrueAsync(() => !rig.Host.Get<BackupDesk>().State.IsRunning, "the backup");
        string page = await rig.Admin.GetTextAsync(Page);
        page.ShouldContain("上次备份：今天");
        page.ShouldContain("已检查");
        page.ShouldContain("bot restore");
        byte[] bytes = await rig.Admin.GetByteArrayAsync(Link().Match(page).Groups[1].Value, Token);
        using ZipArchive archive = new(new MemoryStream(bytes));
        archive.GetEntry("bot.db").ShouldNotBeNull();
        string[] acts = await rig.ReadAsync(db => db.Set<AuditEntry>().Where(line => line.Act.StartsWith("backups/")).OrderBy(line => line.Id).Select(line => line.Act).ToArrayAsync(Token));
        acts.SkipWhile(act => act != "backups/make").ShouldBe(["backups/make", "backups/download"]);
        Directory.GetFileSystemEntries(rig.Host.Get<DataFolder>().Path, ".*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_is_not_in_the_list_is_not_there()
    {
        (await rig.Admin.GetAsync($"{Page}/..%2Fbot.db", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await rig.Admin.GetAsync($"{Page}/bot.db", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_menu_shows_only_what_the_role_may_open()
    {
        (await rig.Worker.GetAsync(Page, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await rig.Worker.GetTextAsync("/console/more")).ShouldNotContain(Page);
        (await rig.Admin.GetTextAsync("/console/more")).ShouldContain(Page);
    }

    [Fact]
    public async Task A_failed_backup_shows_with_its_cause_and_the_service_goes_on()
    {
        await using BotHost host = await BotHost.StartAsync(settings: ("Backups:Folder", "bot.db/inside"));
        HttpClient admin = await host.SignInAsync("管理员", Bot.Grids.SignIn.Access.Admin);
        await admin.PostFormAsync(Page, $"{Page}/make");
        await Eventually.TrueAsync(() => host.Get<BackupDesk>().State.Failure is not null, "the failure");
        (await admin.GetTextAsync(Page)).ShouldContain("没有做成");
        HttpResponseMessage ready = await host.Client.GetAsync("/readyz", Token);
        string said = Regex.Unescape(await ready.Content.ReadAsStringAsync(Token));
        said.ShouldContain("备份没有做成");
        said.ShouldContain("Degraded");
    }

    [GeneratedRegex("href=\"(/console/backups/bot-[^\"]+)\"")]
    private static partial Regex Link();
}
