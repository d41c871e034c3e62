using Bot.Answers;
using Bot.Answers.Library;
using Bot.Grids;
using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Tests.Support;
using Tests.Tickets;

namespace Tests.Answers;

/// <summary>One answer serves everybody who asked the same, and stays known.</summary>
public sealed class MatterTests
{
    private const string Other = "别的群";
    private int _asked;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_answer_goes_to_each_group_once_and_calls_everybody_who_asked()
    {
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        await AskAsync(rig, "游泳池什么时候开放", "36-1-502", Given.Group);
        await AskAsync(rig, "小区游泳池啥时候开放呀", "12-2-301", Given.Group);
        await AskAsync(rig, "游泳池哪天开放", "5-1-101", Other);
        (await ItemsAsync(rig)).ShouldAllBe(item => item.Matter == 1);

        HandOffResult result = await rig.Rig.Get<AnswerHandOffHandler>().HandleAsync(
            new AnswerHandOff(1, 0, "李芳", "小区没有游泳池", "游泳池什么时候开放", [new SeenQuestion(2, 0), new SeenQuestion(3, 0)]), Token);

        (result.IsDone, result.Count).ShouldBe((true, 3));
        List<OutboxMessage> said = await rig.Rig.SaidAsync();
        said.Select(row => (row.Conversation, row.ReplyTo, row.Text)).ShouldBe(
        [
            (Given.Group, "q1", "@36-1-502 @12-2-301 小区没有游泳池（问1、2号，李老师答）"),
            (Other, "q3", "@5-1-101 小区没有游泳池（问3号，李老师答）"),
        ]);
        ShelfDocument kept = (await rig.DocumentsAsync()).Single();
        kept.Body.ShouldContain("<!-- 也这样问：小区游泳池啥时候开放呀｜游泳池哪天开放 -->");
        kept.ToDocument().Text.Trim().ShouldBe("小区没有游泳池");
        (await ItemsAsync(rig)).ShouldAllBe(item => item.KeptAs == kept.Name);
        (await rig.AskAsync("游泳池哪天开放")).ShouldStartWith("小区没有游泳池。依据：《游泳池什么时候开放》");

        (await rig.Rig.Get<KeepAnswerHandler>().HandleAsync(new ForgetAnswer(1, "李芳", MayChange: false), Token)).IsDone.ShouldBeTrue();
        (await ItemsAsync(rig)).ShouldAllBe(item => item.KeptAs == null);
        (await rig.AskAsync("游泳池哪天开放")).ShouldContain("不能乱说");
    }

    [Fact]
    public async Task What_the_community_changed_since_is_taken_back_by_the_community_alone()
    {
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        await AskAsync(rig, "游泳池什么时候开放", "36-1-502", Given.Group);
        await rig.Rig.Get<AnswerHandOffHandler>().HandleAsync(new AnswerHandOff(1, 0, "周敏", "小区没有游泳池", "游泳池什么时候开放"), Token);
        ShelfDocument kept = (await rig.DocumentsAsync()).Single();
        (await rig.Rig.Get<SaveStandardAnswerHandler>().HandleAsync(
            new SaveStandardAnswer(kept.Id, kept.Version, kept.Title, "", "游泳池明年开放", kept.Header, "李芳"), Token)).IsDone.ShouldBeTrue();

        KeepAnswerHandler keep = rig.Rig.Get<KeepAnswerHandler>();
        HandOffResult refused = await keep.HandleAsync(new ForgetAnswer(1, "周敏", MayChange: false), Token);
        refused.Message.ShouldNotBeNull().ShouldContain("李芳后来改过");
        (await rig.AskAsync("游泳池什么时候开放")).ShouldContain("明年开放");
        (await keep.HandleAsync(new ForgetAnswer(1, "李芳", MayChange: true), Token)).IsDone.ShouldBeTrue();
        (await rig.AskAsync("游泳池什么时候开放")).ShouldNotContain("明年开放");
    }

    [Fact]
    public async Task A_question_left_out_waits_as_a_matter_of_its_own_and_one_answered_meanwhile_is_left_alone()
    {
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        foreach (string asker in (string[])["a1", "b2", "c3"]) { await AskAsync(rig, "游泳池什么时候开放", asker, Given.Group); }
        await rig.Rig.Get<AnswerHandOffHandler>().HandleAsync(new AnswerHandOff(3, 0, "周敏", "没有"), Token);

        HandOffResult result = await rig.Rig.Get<AnswerHandOffHandler>().HandleAsync(
            new AnswerHandOff(1, 0, "李芳", "小区没有游泳池", Also: [new SeenQuestion(3, 0)], Apart: [2]), Token);

        (result.IsDone, result.Count).ShouldBe((true, 1));
        List<HandOff> items = await ItemsAsync(rig);
        (items[1].State, items[1].Matter).ShouldBe((HandOffState.Waiting, 2));
        items[2].Answer.ShouldBe("没有");
    }

    [Fact]
    public async Task An_answer_is_kept_later_with_one_tap()
    {
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        await AskAsync(rig, "游泳池什么时候开放", "36-1-502", Given.Group);
        KeepAnswerHandler keep = rig.Rig.Get<KeepAnswerHandler>();
        (await keep.HandleAsync(new KeepAnswer(1, "", "李芳"), Token)).Message.ShouldBe("问1号还没有人答");
        await rig.Rig.Get<AnswerHandOffHandler>().HandleAsync(new AnswerHandOff(1, 0, "李芳", "小区没有游泳池"), Token);
        (await keep.HandleAsync(new KeepAnswer(1, "小区有没有游泳池", "李芳"), Token)).IsDone.ShouldBeTrue();
        (await keep.HandleAsync(new KeepAnswer(1, "小区有没有游泳池", "李芳"), Token)).Message.ShouldBe("问1号的回答已经在知识库里");
        (await rig.AskAsync("小区有没有游泳池")).ShouldStartWith("小区没有游泳池。依据：");
    }

    [Fact]
    public async Task Somebody_else_may_answer_and_what_was_dismissed_comes_back()
    {
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        await AskAsync(rig, "游泳池什么时候开放", "36-1-502", Given.Group);
        AssignHandOffHandler assign = rig.Rig.Get<AssignHandOffHandler>();
        (await assign.HandleAsync(new AssignHandOff([new SeenQuestion(1, 0)], "无名氏"), Token)).Message.ShouldBe("名单里没有这位，请重新选");
        (await assign.HandleAsync(new AssignHandOff([new SeenQuestion(1, 0)], "周敏"), Token)).IsDone.ShouldBeTrue();
        (await ItemsAsync(rig))[0].Owner.ShouldBe("周敏");
        DismissHandOffHandler dismiss = rig.Rig.Get<DismissHandOffHandler>();
        (await dismiss.HandleAsync(new DismissHandOff(1, 1, "周敏", "已当面答复"), Token)).IsDone.ShouldBeTrue();
        (await dismiss.HandleAsync(new ReopenHandOff(1), Token)).IsDone.ShouldBeTrue();
        (await dismiss.HandleAsync(new ReopenHandOff(1), Token)).Message.ShouldBe("问1号正等人答");
        (await ItemsAsync(rig))[0].State.ShouldBe(HandOffState.Waiting);
    }

    private Task AskAsync(AnswerRig rig, string question, string asker, string group) => rig.Rig.Host.Writes.RunAsync(async (db, token) =>
    {
        DbQuestionBook book = new(db, rig.Rig.Get<CommunityStore>().Current, rig.Rig.Get<AnswerHours>(), rig.Rig.Get<HandOffsChanged>());
        await book.HandOffAsync(new NewQuestion(question, asker, group, "webchat", group, $"q{++_asked}"), rig.Rig.Now, token);
    }, Token);

    private static Task<List<HandOff>> ItemsAsync(AnswerRig rig) =>
        rig.Rig.Host.ReadAsync(db => db.Set<HandOff>().OrderBy(item => item.Number).ToListAsync(Token));
}
