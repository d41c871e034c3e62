using System.Net.Http.Json;
using Bot.Grids;
using Bot.Messaging.Pictures;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Grids;

public sealed class CommunityStoreTests
{
    private const string Real = """{"community":"真社区","groups":{"真群":null},"people":[{"name":"老张","role":"admin"},{"name":"6-1-302"}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_store_begins_with_the_sample_and_says_so()
    {
        using TempFolder folder = new();
        await using (BotHost host = await BotHost.StartAsync(folder.Path))
        {
            CommunityStore store = host.Get<CommunityStore>();
            (store.IsSample, store.Current.Community).ShouldBe((true, "春和社区"));
        }
        await using BotHost again = await BotHost.StartAsync(folder.Path, settings: ("Community:Sample", "false"));
        again.Get<CommunityStore>().IsSample.ShouldBeTrue("the switch is for the first start");
        DirectoryFile.Write(again.Get<CommunityStore>().Current).ShouldBe(DirectoryFile.Write(FirstCommunity.Sample()));
    }

    [Fact]
    public async Task Clearing_takes_everything_and_the_sample_never_returns()
    {
        using TempFolder folder = new();
        await using (BotHost host = await BotHost.StartAsync(folder.Path))
        {
            (await host.Client.PostAsJsonAsync("/playground/api/messages", new { group = "春和苑一网格群", person = "3-1-502", text = "电梯坏了" }, Token)).EnsureSuccessStatusCode();
            using MemoryStream picture = new(TestPictures.Png);
            string photo = (await host.Get<PhotoStore>().SaveAsync(picture, Token))!;
            (await host.Get<CommunityStore>().ClearSampleAsync("管理员", Token)).ShouldBeTrue();

            CommunityStore store = host.Get<CommunityStore>();
            (store.IsSample, store.Current.Community, store.Current.Groups.Count).ShouldBe((false, null, 0));
            store.Current.People.ShouldHaveSingleItem().ShouldBe(new Person("管理员") { Role = PersonRoles.Admin, Groups = [] }, new ByName());
            host.Get<PhotoStore>().Find(photo).ShouldBeNull();
            await EmptyAsync(host, except: ["communities", "people", "audit"]);
            (await store.ClearSampleAsync("管理员", Token)).ShouldBeFalse();
        }
        await using BotHost again = await BotHost.StartAsync(folder.Path);
        (again.Get<CommunityStore>().IsSample, again.Get<CommunityStore>().Current.Groups.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Over_the_sample_an_import_asks_first()
    {
        await using BotHost host = await BotHost.StartAsync();
        CommunityStore store = host.Get<CommunityStore>();
        (await store.ImportAsync(Real, "管理员", clearSample: false, Token)).Outcome.ShouldBe(ImportOutcome.SampleInTheWay);
        store.IsSample.ShouldBeTrue();
        (await store.ImportAsync(Real, "管理员", clearSample: true, Token)).Outcome.ShouldBe(ImportOutcome.Imported);
        (store.IsSample, store.Current.Community).ShouldBe((false, "真社区"));
        store.Current.Administrators().Select(person => person.Name).ShouldBe(["老张", "管理员"], "whoever imports is not locked out");
        (await store.ImportAsync(Real.Replace("真社区", "新名字"), "老张", clearSample: false, Token)).Outcome.ShouldBe(ImportOutcome.Imported);
        store.Current.Community.ShouldBe("新名字");
    }

    [Fact]
    public async Task A_wrong_file_changes_nothing()
    {
        await using BotHost host = await BotHost.StartAsync();
        CommunityStore store = host.Get<CommunityStore>();
        CommunityDirectory before = store.Current;
        foreach (string wrong in new[] { "{", """{"groups":{"真群":"没有"}}""" })
        {
            ImportResult result = await store.ImportAsync(wrong, "管理员", clearSample: true, Token);
            result.Outcome.ShouldBe(ImportOutcome.Invalid);
            result.Errors.ShouldNotBeEmpty();
        }
        store.Current.ShouldBeSameAs(before);
    }

    [Fact]
    public async Task A_file_can_stand_at_the_beginning()
    {
        using TempFolder folder = new();
        await File.WriteAllTextAsync(folder.File("mine.json"), Real, Token);
        await using BotHost host = await BotHost.StartAsync(settings: ("Community:Directory", folder.File("mine.json")));
        (host.Get<CommunityStore>().IsSample, host.Get<CommunityStore>().Current.Community).ShouldBe((false, "真社区"));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using BotHost host = await BotHost.StartAsync();
        CommunityStore store = host.Get<CommunityStore>();
        (await store.RemovePersonAsync("管理员", Token))!.ShouldContain("不能停用最后一位管理员");
        (await store.SavePersonAsync(new Person("管理员"), Token))!.ShouldContain("不能停用最后一位管理员");
        (await store.SavePersonAsync(new Person("周敏") { Role = PersonRoles.Admin }, Token)).ShouldBeNull();
        (await store.RemovePersonAsync("管理员", Token)).ShouldBeNull();
        store.Current.Grids.ShouldAllBe(grid => grid.Backup != "管理员");
    }

    [Fact]
    public async Task People_changed_at_once_are_all_kept()
    {
        using TempFolder folder = new();
        await using (BotHost host = await BotHost.StartAsync(folder.Path))
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.Get<CommunityStore>().SavePersonAsync(new Person($"新人{i}"), Token)));
        }
        await using BotHost again = await BotHost.StartAsync(folder.Path);
        again.Get<CommunityStore>().Current.People.Count(person => person.Name.StartsWith("新人", StringComparison.Ordinal)).ShouldBe(20);
    }

    private static async Task EmptyAsync(BotHost host, string[] except)
    {
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        foreach (string table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Except(except))
        {
#pragma warning disable EF1002, EF1003 // names from the model
            (await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\"").SingleAsync(Token)).ShouldBe(0, table);
#pragma warning restore EF1002, EF1003
        }
    }

    private sealed class ByName : IEqualityComparer<Person>
    {
        public bool Equals(Person? x, Person? y) => (x?.Name, x?.Role) == (y?.Name, y?.Role);

        public int GetHashCode(Person obj) => obj.Name.GetHashCode(StringComparison.Ordinal);
    }
}
