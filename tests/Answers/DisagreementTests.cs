using Bot.Answers;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Answers.Library.Disagreements;
using Bot.Messaging;
using Knowledge;
using Knowledge.Answering;
using Tests.Support;

namespace Tests.Answers;

/// <summary>Two documents in use that say the same with other numbers: the group hears both with their dates.</summary>
public sealed class DisagreementTests
{
    [Theory]
    [InlineData("尊老金按月发放，每月15日打到社保卡。", "尊老金按月发放，每月20日打到社保卡。", true)]
    [InlineData("尊老金按月发放，每月15日打到社保卡。", "每月15日发放尊老金，打到社保卡。", false)]
    [InlineData("尊老金按月发放，每月15日打到社保卡。", "年满80周岁的老人可以申请。", false)]
    [InlineData("停车费每月200元。", "停车费每月200元，每年11月交。", false)]
    public void Numbers_differ_where_the_words_are_the_same(string first, string second, bool differ) => Disagreement.Differ(first, second).ShouldBe(differ);

    [Theory]
    [InlineData("户籍在本社区、年满80周岁、在本社区连续住满一年并且没有在别处领过的老人都可以申请尊老金，尊老金按月发放，每月15日打到社保卡。", "每月15日", "每月20日")]
    [InlineData("每月15日把尊老金打到社保卡，卡丢了的请带上身份证到社区3号窗口补办以后再来登记，没有卡的老人可以请家里人代领现金。", "每月15日", "每月20日")]
    public void What_differs_is_said_of_quotes_too_long(string quote, string one, string other)
    {
        string reply = AnswerReplies.Differing(Cited("尊老金办理指南", quote), Cited("尊老金发放须知", quote.Replace("15日", "20日", StringComparison.Ordinal))).ShouldNotBeNull();
        reply.ShouldContain(one);
        reply.ShouldContain(other);
        SafeWords.Length(reply).ShouldBeLessThanOrEqualTo(120);
    }

    [Fact]
    public async Task What_has_no_room_for_the_numbers_goes_to_a_person()
    {
        const string Long = "凡是户籍在本社区并且连续住满一年又没有在别处领过的老人其尊老金按月发放每月15日打到社保卡。";
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        Document first = AnswerRig.Allowance();
        first = first with { Body = first.Body.Replace("尊老金按月发放，每月15日打到社保卡。", Long, StringComparison.Ordinal) };
        await rig.PublishAsync(first);
        await rig.PublishAsync(first with { Name = "old", Body = first.Body.Replace("15日", "20日", StringComparison.Ordinal) });

        string reply = await rig.AskAsync("尊老金什么时候发");

        reply.ShouldNotContain("日打到");
        AskedQuestion asked = (await rig.AskedAsync()).Single();
        (asked.Answered, asked.HandOff is null, asked.OtherDocument is null).ShouldBe((false, false, false));
    }

    private static Citation Cited(string title, string quote) => new(title, title, "", "第2条", new DateOnly(2026, 3, 1), quote, quote, null);

    [Fact]
    public async Task Both_are_told_the_newest_first_and_kept_for_the_list()
    {
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        Document old = AnswerRig.Allowance(effective: new DateOnly(2025, 1, 1), name: "old");
        await rig.PublishAsync(old with { Header = old.Header with { Title = "尊老金发放须知" }, Body = old.Body.Replace("15日", "20日", StringComparison.Ordinal) });
        await rig.PublishAsync(AnswerRig.Allowance());

        string reply = await rig.AskAsync("尊老金什么时候发");

        reply.ShouldStartWith("两份文件说法不一：尊老金按月发放，每月15日打到社保卡（《尊老金办理指南》2026年3月版第2条）；");
        reply.ShouldContain("每月20日");
        reply.ShouldContain("2025年1月版");
        SafeWords.Length(reply).ShouldBeLessThanOrEqualTo(120);
        AskedQuestion asked = (await rig.AskedAsync()).Single();
        new[] { asked.Document, asked.OtherDocument }.ShouldBe(["allowance", "old"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_person_has_settled_is_settled_in_a_trial_of_drafts_too()
    {
        using TempFolder folder = new();
        await using AnswerRig rig = await AnswerRig.StartAsync(folder);
        Document old = AnswerRig.Allowance(effective: new DateOnly(2025, 1, 1), name: "old");
        ShelfDocument one = await rig.PublishAsync(old with { Body = old.Body.Replace("15日", "20日", StringComparison.Ordinal) });
        ShelfDocument two = await rig.PublishAsync(AnswerRig.Allowance());
        DocumentStore store = rig.Rig.Get<DocumentStore>();
        CancellationToken token = TestContext.Current.CancellationToken;
        TrialKnowledge trial = new((await store.WithAsync([], [], token)).ShouldNotBeNull(), store);
        DateOnly day = new(2026, 11, 21);
        (await trial.AskAsync("尊老金什么时候发", day, null, token)).ShouldNotBeNull().Differing.ShouldNotBeNull();
        (await rig.Rig.Get<PairBook>().AgreeAsync(one.Id, two.Id, "李芳", token)).ShouldBeTrue();
        (await trial.AskAsync("尊老金什么时候发", day, null, token)).ShouldNotBeNull().Differing.ShouldBeNull();
    }
}
