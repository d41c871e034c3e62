using Bot.Ai;
using Bot.Messaging;
using Bot.Triage;
using Bot.Triage.SecondOpinion;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.SecondOpinion;

/// <summary>A model that is slow, broken or gone costs nothing but its opinion.</summary>
public sealed class OutageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_emergency_is_answered_while_the_model_hangs()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync(triage: true, settings: [("Ai:TimeoutSeconds", "120"), ("Ai:AtOnce", "2")]);
        rig.Stub.Act = ModelStub.HangAsync;
        for (int i = 0; i < 5; i++) { await rig.WonderAsync($"第{i}句不知道算不算"); }
        await Eventually.TrueAsync(() => rig.Stub.Received.Count >= 2, "the model is asked and hangs");

        AcceptResult said = await rig.Host.Get<Inbox>().AcceptAsync(
            new InboundMessage("webchat", OpinionRig.Group, "fire", "3-1-502", SenderRole.Resident, "着火了！7号楼2单元着火了 好大的烟"), Token);
        await Eventually.TrueAsync(async () => (await rig.ToldAsync()).Exists(line => line.Contains("119", StringComparison.Ordinal)), "the group is told what to do");
        (await rig.DecisionAsync(said.Seq)).Kind.ShouldBe(Kind.Emergency);
        (await rig.OpinionAsync(said.Seq)).ShouldBeNull();
        rig.Stub.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Triage_notes_what_it_is_unsure_of_and_only_that()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync(triage: true);
        rig.Stub.Act = ModelStub.Say(ModelStub.Opinion("chat", sure: 0.5));
        string[] unclear =
        [
            "这个声音又来了 唉", "昨天那个谁弄的 也太那个了", "门口那边有点不对劲", "楼道里怎么又这样了", "又开始了 天天这样", "这水看着怪怪的", "有没有人管管这个事",
            "灯好像一闪一闪的", "这味道真受不了", "停在那儿好几天了", "下面那个盖子好像松了", "那边又堆起来了",
        ];
        List<long> seqs = [];
        foreach (string text in unclear)
        {
            seqs.Add((await rig.Host.Get<Inbox>().AcceptAsync(
                new InboundMessage("webchat", OpinionRig.Group, $"u{seqs.Count}", $"{seqs.Count + 1}-1-50{seqs.Count % 9}", SenderRole.Resident, text), Token)).Seq);
        }
        await Eventually.TrueAsync(async () =>
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
            return await rig.ReadAsync(db => db.Set<MessageDecision>().CountAsync(decision => seqs.Contains(decision.MessageSeq), Token)) == seqs.Count;
        }, "all is decided");

        List<MessageDecision> unsure = await rig.ReadAsync(db => db.Set<MessageDecision>().Where(decision => decision.NeedsReview).ToListAsync(Token));
        unsure.ShouldNotBeEmpty("the engine is sure of all of them: choose vaguer words");
        foreach (MessageDecision decision in unsure)
        {
            AskedOpinion opinion = await rig.SettledAsync(decision.MessageSeq);
            (opinion.Doubt, opinion.State).ShouldBe((DoubtSort.Unsure, OpinionState.Given));
        }
        foreach (MessageDecision sure in await rig.ReadAsync(db => db.Set<MessageDecision>().Where(decision => !decision.NeedsReview && decision.Kind == Kind.Emergency).ToListAsync(Token)))
        {
            (await rig.OpinionAsync(sure.MessageSeq)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_thousand_doubtful_messages_neither_queue_without_end_nor_cost_without_end()
    {
        (string, string)[] settings = [("SecondOpinion:MostWaiting", "50"), ("Ai:CallsPerHour", "20"), ("Ai:TokensPerDay", "100000000")];
        using TempFolder folder = new();
        await using OpinionRig rig = await OpinionRig.StartAsync(folder.Path, settings: [.. settings, ("SecondOpinion:Enabled", "false")]);
        await rig.Host.Get<Bot.Storage.WriteQueue>().RunAsync(async (db, token) =>
        {
            for (int i = 0; i < 1000; i++)
            {
                db.Add(new Message { Channel = "webchat", Conversation = OpinionRig.Group, MessageId = $"m{i}", Sender = $"{i}号", Text = $"第{i}句不知道算不算", Time = rig.Clock.GetUtcNow(), State = MessageState.Decided });
            }
            await db.SaveChangesAsync(token);
            foreach (Message message in db.Set<Message>().Local.ToList())
            {
                db.Add(new MessageDecision { MessageSeq = message.Seq, Kind = Kind.Chat, Reason = "拿不准", Engine = "test", NeedsReview = true, DecidedAt = rig.Clock.GetUtcNow() });
            }
        }, Token);
        // a program that starts with a thousand of them picks up as many as may wait
        await rig.Host.DisposeAsync();
        await rig.StartHostAsync(folder.Path, settings: settings);
        await Eventually.TrueAsync(() => Task.FromResult(rig.Stub.Received.Count >= 20), "the hour is used up");
        await Eventually.TrueAsync(async () => await CountAsync(rig, OpinionState.Given) == 20, "all that was asked is settled");
        (await CountAsync(rig, OpinionState.Waiting)).ShouldBe(30);
        rig.Stub.Received.Count.ShouldBe(20);

        rig.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(async () =>
        {
            rig.Clock.Advance(TimeSpan.FromMilliseconds(20));
            return await CountAsync(rig, OpinionState.Given) == 40;
        }, "the next hour goes on");
        rig.Stub.Received.Count.ShouldBe(40);
    }

    [Fact]
    public async Task What_fails_is_asked_a_few_times_later_and_then_left_to_people()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync(settings: ("Ai:BreakSeconds", "1"));
        rig.Stub.Act = ModelStub.Refuse(503);
        long seq = await rig.WonderAsync();
        AskedOpinion opinion = await rig.SettledInTimeAsync(seq, TimeSpan.FromSeconds(20));
        (opinion.State, opinion.Outcome, opinion.Status, opinion.Attempts).ShouldBe((OpinionState.GivenUp, ModelOutcome.ServerFailed, 503, 3));
        rig.Stub.Received.Count.ShouldBe(3);
        (await rig.DecisionAsync(seq)).NeedsReview.ShouldBeTrue();
    }

    [Theory]
    [InlineData("好的，我来帮您看看。", ModelOutcome.NotJson)]
    [InlineData("{\"kind\":\"issue\"}", ModelOutcome.WrongSchema)]
    public async Task Nonsense_is_asked_once_and_the_decision_stands(string words, ModelOutcome outcome)
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(words);
        long seq = await rig.WonderAsync();
        AskedOpinion opinion = await rig.SettledAsync(seq);
        (opinion.State, opinion.Outcome, opinion.Attempts).ShouldBe((OpinionState.GivenUp, outcome, 1));
        (await rig.DecisionAsync(seq)).Reason.ShouldBe("拿不准");
    }

    [Fact]
    public async Task A_restart_asks_what_waits_and_what_was_never_noted_and_nothing_for_ever()
    {
        using TempFolder folder = new();
        await using OpinionRig rig = await OpinionRig.StartAsync(folder.Path, settings: ("Ai:TimeoutSeconds", "120"));
        rig.Stub.Act = ModelStub.HangAsync;
        long hanging = await rig.WonderAsync("第一句");
        await Eventually.TrueAsync(() => rig.Stub.Received.Count == 1, "the model hangs");
        long unnoted = await rig.WonderAsync("第二句", noted: false);
        await rig.Host.DisposeAsync();

        rig.Stub.Act = ModelStub.Say(ModelStub.Opinion("chat"));
        await rig.StartHostAsync(folder.Path);
        (await rig.SettledAsync(hanging)).Attempts.ShouldBe(2);
        (await rig.SettledAsync(unnoted)).Act.ShouldBe(OpinionAct.Dismiss);

        // what brought the program down three times
        long poison = await rig.WonderAsync("第三句", noted: false);
        await rig.WriteAsync((db, _) =>
        {
            DoubtBook book = rig.Host.Get<DoubtBook>();
            AskedOpinion row = book.Row(poison, [], DoubtSort.Unsure, Kind.Chat);
            row.Attempts = 3;
            db.Add(row);
            db.AfterCommit(book.Noted.Set);
            return Task.FromResult(true);
        });
        (await rig.SettledAsync(poison)).State.ShouldBe(OpinionState.GivenUp);
        rig.Stub.Received.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Without_a_model_nothing_is_noted_and_nothing_leaves()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync(triage: true, settings: ("Ai:Endpoint", ""));
        AcceptResult said = await rig.Host.Get<Inbox>().AcceptAsync(
            new InboundMessage("webchat", OpinionRig.Group, "x", "3-1-502", SenderRole.Resident, "门口那边有点不对劲"), Token);
        await Eventually.TrueAsync(async () =>
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
            return await rig.ReadAsync(db => db.Set<MessageDecision>().AnyAsync(decision => decision.MessageSeq == said.Seq, Token));
        }, "it is decided");
        (await rig.ReadAsync(db => db.Set<AskedOpinion>().CountAsync(Token))).ShouldBe(0);
        rig.Stub.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_model_is_a_degraded_program_and_no_failed_one()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync(settings: ("Ai:BreakSeconds", "600"));
        rig.Stub.Act = ModelStub.Refuse(500);
        for (int i = 0; i < 5; i++) { await rig.WonderAsync($"第{i}句"); }
        await Eventually.TrueAsync(() => rig.Host.Get<ModelClient>().IsBroken, "the breaker opens");
        HttpResponseMessage ready = await rig.Host.Client.GetAsync("/readyz", Token);
        ready.IsSuccessStatusCode.ShouldBeTrue();
        (await ready.Content.ReadAsStringAsync(Token)).ShouldContain("\"model\":{\"status\":\"Degraded\"");
    }

    private static Task<int> CountAsync(OpinionRig rig, OpinionState state) =>
        rig.ReadAsync(db => db.Set<AskedOpinion>().CountAsync(opinion => opinion.State == state, Token));
}
