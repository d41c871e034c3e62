using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Members;
using Bot.Messaging.Privacy;
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
            (await SaidAsync(host)).ShouldHaveSingleItem().ShouldStartWith("@小陈 好的，从现在起您说的话我不存");
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
    public async Task It_is_of_the_person_and_not_of_the_name()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "1", "不要记录我");
        // erased: no row tells any more who it was, and the name is free
        await host.Writes.RunAsync((db, token) => db.Set<Member>().ExecuteDeleteAsync(token), Token);
        (await HearAsync(host, "2", "3号楼电梯困人了", from: "u2", name: "小陈")).ShouldBe(ReceptionOutcome.Accepted);
        (await HearAsync(host, "3", "在吗", from: "u1", name: "小陈换了名字")).ShouldBe(ReceptionOutcome.Ignored);
        (await HearAsync(host, "4", "可以记录我", from: "u2", name: "小陈")).ShouldBe(ReceptionOutcome.Accepted, "nothing was said against it");
        (await HearAsync(host, "5", "还在吗", from: "u1", name: "小陈换了名字")).ShouldBe(ReceptionOutcome.Ignored);
        foreach (UnrecordedSender kept in await host.ReadAsync(db => db.Set<UnrecordedSender>().ToListAsync(Token)))
        {
            kept.Sender.ShouldNotContain("u1");
            kept.Sender.ShouldNotContain("小陈");
        }
    }

    [Fact]
    public async Task A_wish_that_stands_is_not_answered_again_and_nobody_gets_more_than_two_answers_a_day()
    {
        await using StorageHost host = await StartAsync();
        for (int n = 0; n < 5; n++) { await HearAsync(host, $"again{n}", "不要记录我"); }
        (await AnswersAsync(host)).ShouldBe(1);
        for (int n = 0; n < 20; n++) { await HearAsync(host, $"turn{n}", n % 2 == 0 ? "可以记录我" : "不要记录我"); }
        (await AnswersAsync(host)).ShouldBe(2);
        (await HearAsync(host, "then", "在吗")).ShouldBe(ReceptionOutcome.Ignored, "the last wish holds, answered or not");
        (await HearAsync(host, "turn18", "可以记录我")).ShouldBe(ReceptionOutcome.Ignored);
        (await HearAsync(host, "then2", "在吗")).ShouldBe(ReceptionOutcome.Ignored, "what comes again late undoes nothing");
        await HearAsync(host, "other", "不要记录我", from: "u2", name: "小王");
        (await AnswersAsync(host)).ShouldBe(3);
        _clock.Advance(TimeSpan.FromHours(25));
        await HearAsync(host, "tomorrow", "可以记录我");
        (await AnswersAsync(host)).ShouldBe(4);
    }

    [Fact]
    public async Task A_wish_whose_answer_could_not_be_written_is_answered_when_it_comes_again()
    {
        await using StorageHost host = await StartAsync();
        await SqlAsync(host, "CREATE TRIGGER cut BEFORE INSERT ON outbox BEGIN SELECT raise(ABORT, 'cut'); END");
        // not acknowledged, so it comes again
        await Should.ThrowAsync<Exception>(() => HearAsync(host, "1", "不要记录我"));
        await SqlAsync(host, "DROP TRIGGER cut");
        (await HearAsync(host, "1", "不要记录我")).ShouldBe(ReceptionOutcome.Ignored);
        (await SaidAsync(host)).ShouldHaveSingleItem().ShouldStartWith("@小陈 好的，从现在起您说的话我不存");
        (await HearAsync(host, "2", "在吗")).ShouldBe(ReceptionOutcome.Ignored);
    }

    [Fact]
    public async Task Nobody_stores_their_words_by_quoting_them()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "1", "不要记录我");
        await HearAsync(host, "2", "我家水管漏水");
        await HearAsync(host, "3", "我也是", from: "u2", name: "小王", quoted: "我家水管漏水");
        await HearAsync(host, "4", "我也是", from: "u2", name: "小王", quoted: "我家水管漏水", conversation: "c2");
        (await TextsAsync(host)).ShouldBe(["我也是", "我也是\n「我家水管漏水」"], "where they do not speak a quote is not theirs");
    }

    [Fact]
    public async Task Wishes_of_an_older_program_hold()
    {
        await using (StorageHost host = await StartAsync())
        {
            await HearAsync(host, "1", "在吗");
            await host.Writes.RunAsync(
                (db, _) =>
                {
                    db.Add(new UnrecordedSender { Channel = "stub", Sender = "小陈", Since = _clock.GetUtcNow() });
                    db.Add(new UnrecordedSender { Channel = "stub", Sender = UnrecordedSender.SumOf("小李"), Since = _clock.GetUtcNow() });
                    return Task.CompletedTask;
                },
                Token);
        }
        await using (StorageHost host = await StartAsync())
        {
            (await HearAsync(host, "2", "在吗")).ShouldBe(ReceptionOutcome.Ignored);
            (await HearAsync(host, "3", "在吗", from: "u3", name: "小李")).ShouldBe(ReceptionOutcome.Ignored);
            (await host.ReadAsync(db => db.Set<UnrecordedSender>().AnyAsync(wish => wish.Sender == "小陈", Token))).ShouldBeFalse();
            await HearAsync(host, "4", "可以记录我", from: "u3", name: "小李");
            (await HearAsync(host, "5", "在吗", from: "u3", name: "小李")).ShouldBe(ReceptionOutcome.Accepted);
        }
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

    private Task<ReceptionOutcome> HearAsync(StorageHost host, string id, string text, string from = "u1", string name = "小陈", string? quoted = null, string conversation = "c1") =>
        host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, new Activity
        {
            Id = id,
            Text = text,
            From = new ChannelAccount(from, name),
            Quoted = quoted,
            Conversation = new ConversationAccount(conversation, IsGroup: true, conversation == "c1" ? "一群" : "二群"),
        }), Token);

    private static Task<int> AnswersAsync(StorageHost host) =>
        host.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(row => row.Key.StartsWith("wish:") && row.State != OutboxState.Dropped, Token));

    private static Task<int> SqlAsync(StorageHost host, string sql) => host.Writes.RunAsync((db, token) => db.Database.ExecuteSqlRawAsync(sql, token), Token);

    private static Task<int> BindAsync(StorageHost host, string? person) => host.Writes.RunAsync(
        (db, token) => db.Set<Member>().ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, person), token), Token);

    private static Task<List<string>> TextsAsync(StorageHost host) => host.ReadAsync(db => db.Set<Message>().OrderBy(message => message.Seq).Select(message => message.Text).ToListAsync(Token));

    private static Task<List<string>> SaidAsync(StorageHost host) => host.ReadAsync(db => db.Set<OutboxMessage>().OrderBy(row => row.Id).Select(row => row.Text).ToListAsync(Token));
}
