using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Bot.Triage;
using Bot.Triage.Bursts;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.Live;

/// <summary>A message that triage fails on is set apart, the others go on, and a person can have it tried again.</summary>
public sealed class SetAsideTests
{
    private const string Poisoned = "我们楼电梯又坏了";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_written_is_set_apart_shown_and_tried_again()
    {
        await using LiveRig rig = await LiveRig.StartAsync();
        // The decision's place is taken: writing this one message fails however often it is tried
        long next = await rig.ReadAsync(db => db.Set<Message>().MaxAsync(message => (long?)message.Seq, Token)) + 1 ?? 1;
        await WriteAsync(rig, db => db.Add(new MessageDecision { MessageSeq = next, Reason = "占位", Engine = "test" }));
        long seq = await rig.SendAsync("6号楼王阿姨", Poisoned);
        seq.ShouldBe(next);
        await Eventually.TrueAsync(async () => { rig.Clock.Advance(TimeSpan.FromSeconds(1)); return await StateAsync(rig, seq) == MessageState.SetAside; }, "it is set apart");

        (await rig.SayAsync("3-1-502", "5幢和6幢中间路灯不亮 晚上看不见")).Ticket.ShouldBe(1);
        using HttpClient worker = await rig.Host.SignInAsync("陈秀兰", Access.Worker);
        (await worker.GetTextAsync("/console/review")).ShouldContain("有1条消息机器人读出了错");
        (await worker.GetTextAsync("/console/messages?aside=true")).ShouldContain("再试一次");

        await WriteAsync(rig, db => db.Remove(db.Set<MessageDecision>().AsTracking().Single(decision => decision.MessageSeq == seq)));
        await worker.PostFormAsync("/console", $"/console/messages/{seq}/again", ("back", "/console/messages?aside=true"));
        (await rig.DecidedAsync(seq, Poisoned)).Ticket.ShouldBe(2);
        (await StateAsync(rig, seq)).ShouldBe(MessageState.Decided);
        (await rig.Host.Get<Inbox>().RestoreAsync(seq, Token)).ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_read_is_named_so_that_it_alone_is_set_apart()
    {
        // A name of the bot that is none breaks the reading of every message
        CommunityDirectory broken = new() { BotNames = [null!] };
        TriagePipeline pipeline = new(TrainedEngine.Model, broken, CommunityClock.China, BurstTimes.Default);
        ChatMessage message = new("m1", "一网格群", DateTimeOffset.UnixEpoch, "小林", Poisoned, Seq: 7);

        Should.Throw<TriageFailedException>(() => pipeline.Hear(message)).Messages.Select(failed => failed.Seq).ShouldBe([7L]);
    }

    private static Task WriteAsync(LiveRig rig, Action<BotDbContext> write) => rig.Host.Get<WriteQueue>().RunAsync(
        (db, _) => { write(db); return Task.CompletedTask; }, Token);

    private static Task<MessageState> StateAsync(LiveRig rig, long seq) =>
        rig.ReadAsync(db => db.Set<Message>().Where(message => message.Seq == seq).Select(message => message.State).SingleAsync(Token));
}
