using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging.Privacy;

public sealed class UnrecordedTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly StubChannel _channel = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_acts_at_once_says_so_and_survives_a_restart()
    {
        await using (StorageHost host = await StartAsync())
        {
            await HearAsync(host, "1", "3号楼电梯坏了");
            (await HearAsync(host, "2", "不要记录我")).ShouldBe(ReceptionOutcome.Ignored);
            (await HearAsync(host, "3", "还有门禁")).ShouldBe(ReceptionOutcome.Ignored);
            (await HearAsync(host, "4", "我也是", from: "u2", name: "小王")).ShouldBe(ReceptionOutcome.Accepted);
        }
        await using (StorageHost host = await StartAsync())
        {
            (await HearAsync(host, "5", "有人吗")).ShouldBe(ReceptionOutcome.Ignored);
            (await TextsAsync(host)).ShouldBe(["3号楼电梯坏了", "我也是"]);
            (await SaidAsync(host)).ShouldHaveSingleItem().ShouldStartWith("@小陈 好的，从现在起您说的话都不存");
            (await HearAsync(host, "6", "可以记录我")).ShouldBe(ReceptionOutcome.Ignored);
            (await HearAsync(host, "7", "门禁坏了")).ShouldBe(ReceptionOutcome.Accepted);
            (await TextsAsync(host)).ShouldBe(["3号楼电梯坏了", "我也是", "门禁坏了"]);
        }
    }

    [Fact]
    public async Task A_wish_that_comes_again_late_undoes_nothing()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "1", "不要记录我");
        await HearAsync(host, "2", "可以记录我");
        for (int i = 0; i < 20; i++)
        {
            (await HearAsync(host, "1", "不要记录我")).ShouldBe(ReceptionOutcome.Ignored);
            (await HearAsync(host, "2", "可以记录我")).ShouldBe(ReceptionOutcome.Ignored);
        }
        (await HearAsync(host, "3", "电梯坏了")).ShouldBe(ReceptionOutcome.Accepted);
        (await SaidAsync(host)).Count.ShouldBe(2);
        (await TextsAsync(host)).ShouldBe(["电梯坏了"]);
    }

    [Fact]
    public async Task It_holds_when_somebody_says_who_the_member_is_and_takes_that_back()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "1", "不要记录我");
        await BindAsync(host, "陈大明");
        (await HearAsync(host, "2", "在吗")).ShouldBe(ReceptionOutcome.Ignored);
        await HearAsync(host, "3", "可以记录我");
        (await HearAsync(host, "4", "在吗")).ShouldBe(ReceptionOutcome.Accepted);
        await HearAsync(host, "5", "不要记录我");
        await BindAsync(host, null);
        (await HearAsync(host, "6", "在吗")).ShouldBe(ReceptionOutcome.Ignored);
    }

    [Fact]
    public async Task Nobody_speaks_for_another_channel_or_for_a_bot()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "1", "不要记录我");
        InboundMessage elsewhere = new("other", "一群", "1", "小陈", SenderRole.Resident, "在吗");
        (await host.Inbox.AcceptAsync(elsewhere, Token)).Outcome.ShouldBe(AcceptOutcome.Accepted);
        InboundMessage bot = new("stub", "一群", "b", "小陈", SenderRole.Bot, "不要记录我");
        (await host.Inbox.AcceptAsync(bot, Token)).Outcome.ShouldBe(AcceptOutcome.Accepted);
    }

    [Fact]
    public async Task Nothing_of_the_wish_is_kept()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "wish-id-314159", "@网格小助手 别再记录我的话了谢谢");
        OutboxMessage row = await host.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(row => row.Key.StartsWith("wish:"), Token));
        row.Key.ShouldNotContain("314159");
        row.ReplyTo.ShouldBeNull();
        await host.StopAsync();
        FolderSearch.Find(_folder.Path, "wish-id-314159").ShouldBeEmpty();
        FolderSearch.Find(_folder.Path, "别再记录我的话").ShouldBeEmpty();
    }

    private Task<StorageHost> StartAsync() => StorageHost.StartAsync(_folder.Path, _clock, services => services.AddSingleton<IChannel>(_channel), ("Privacy:Consent", ""));

    private Task<ReceptionOutcome> HearAsync(StorageHost host, string id, string text, string from = "u1", string name = "小陈") =>
        host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, new Activity
        {
            Id = id,
            Text = text,
            From = new ChannelAccount(from, name),
            Conversation = new ConversationAccount("c1", IsGroup: true, "一群"),
        }), Token);

    private static Task<int> BindAsync(StorageHost host, string? person) => host.Writes.RunAsync(
        (db, token) => db.Set<Member>().ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, person), token), Token);

    private static Task<List<string>> TextsAsync(StorageHost host) => host.ReadAsync(db => db.Set<Message>().OrderBy(message => message.Seq).Select(message => message.Text).ToListAsync(Token));

    private static Task<List<string>> SaidAsync(StorageHost host) => host.ReadAsync(db => db.Set<OutboxMessage>().OrderBy(row => row.Id).Select(row => row.Text).ToListAsync(Token));
}
