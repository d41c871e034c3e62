using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Privacy;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging.Privacy;

public sealed class ConsentTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private readonly StubChannel _channel = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_group_hears_it_once_for_each_version()
    {
        await using (StorageHost host = await StartAsync(1))
        {
            await HearAsync(host, "1", "c1", group: true);
            await HearAsync(host, "2", "c1", group: true);
            await HearAsync(host, "3", "c2", group: true);
            await HearAsync(host, "4", "alone", group: false);
            await ConsentsAsync(host, 2);
            ConversationReference group = await host.ReadAsync(db => db.Set<ConversationReference>().SingleAsync(known => known.ExternalId == "c1", Token));
            (group.ConsentVersion, group.ConsentAt).ShouldBe((1, null), "when it was said tells its row");
        }
        await using (StorageHost host = await StartAsync(1))
        {
            await HearAsync(host, "5", "c1", group: true);
            await ConsentsAsync(host, 2);
        }
        await using (StorageHost host = await StartAsync(2))
        {
            await ConsentsAsync(host, 4);
        }
    }

    [Fact]
    public async Task A_bot_that_is_brought_in_says_it_before_anybody_speaks()
    {
        await using StorageHost host = await StartAsync(1);
        Activity joined = new()
        {
            Type = ActivityTypes.Conversation,
            Recipient = new ChannelAccount("b1"),
            Conversation = new ConversationAccount("c9", IsGroup: true, "九群"),
            MembersAdded = [new ChannelAccount("b1", "机器人")],
        };
        await host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, joined), Token);
        await ConsentsAsync(host, 1);
        await host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, joined with { MembersAdded = [new ChannelAccount("u1")], Conversation = new ConversationAccount("c8", true) }), Token);
        (await host.ReadAsync(db => db.Set<ConversationReference>().CountAsync(Token))).ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_can_only_answer_keeps_its_answer_and_a_person_gets_the_words_to_copy()
    {
        _channel.Capabilities = new Capabilities(Hearing.WhenNamed) { SpeaksFirst = false };
        await using StorageHost host = await StartAsync(1);
        await HearAsync(host, "1", "c1", group: true);
        await ConsentsAsync(host, 1);
        (await host.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(row => row.Key.StartsWith("consent:"), Token))).State.ShouldBe(OutboxState.Draft);
    }

    [Fact]
    public async Task What_a_crash_left_unsaid_is_said_at_the_next_start()
    {
        await using (StorageHost host = await StartAsync(1, text: ""))
        {
            await HearAsync(host, "1", "c1", group: true);
        }
        await using (StorageHost host = await StartAsync(1))
        {
            await ConsentsAsync(host, 1);
        }
    }

    [Fact]
    public async Task Who_heard_the_first_words_hears_these_once_and_not_at_night()
    {
        await using (StorageHost host = await StartAsync(1))
        {
            await HearAsync(host, "1", "c1", group: true);
            await ConsentsAsync(host, 1);
        }
        _clock.Advance(TimeSpan.FromHours(13));
        for (int start = 0; start < 2; start++)
        {
            await using StorageHost host = await StorageHost.StartAsync(_folder.Path, _clock, services => services.AddSingleton<IChannel>(_channel));
            await Eventually.TrueAsync(
                () => host.ReadAsync(async db => await db.Set<ConversationReference>().AllAsync(group => group.ConsentVersion == new PrivacyOptions().ConsentVersion, Token)), "the new words are put down");
            OutboxMessage[] said = await host.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Key.StartsWith("consent:")).OrderBy(row => row.Id).ToArrayAsync(Token));
            said.Length.ShouldBe(2);
            said[1].Text.ShouldContain("只给社区、网格员和物业的工作人员看");
            (said[1].State, said[1].NextAttemptAt > _clock.GetUtcNow().AddHours(6)).ShouldBe((OutboxState.Queued, true));
        }
    }

    private Task<StorageHost> StartAsync(int version, string text = "我是{机器人}，群里的话存{天数}天。不想被记录，发“不要记录我”。") => StorageHost.StartAsync(
        _folder.Path, _clock, services => services.AddSingleton<IChannel>(_channel), ("Privacy:Consent", text), ("Privacy:ConsentVersion", $"{version}"));

    private Task<ReceptionOutcome> HearAsync(StorageHost host, string id, string conversation, bool group) =>
        host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, new Activity
        {
            Id = id,
            Text = "在吗",
            From = new ChannelAccount("u1", "小陈"),
            Conversation = new ConversationAccount(conversation, group, null),
        }), Token);

    private static async Task ConsentsAsync(StorageHost host, int count)
    {
        await Eventually.TrueAsync(() => host.ReadAsync(async db => await db.Set<OutboxMessage>().CountAsync(row => row.Key.StartsWith("consent:"), Token) == count), $"{count} consent texts");
        (await host.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Key.StartsWith("consent:")).Select(row => row.Text).Distinct().ToListAsync(Token)))
            .ShouldBe(["我是网格小助手，群里的话存180天。不想被记录，发“不要记录我”。"]);
    }
}
