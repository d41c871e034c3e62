using Bot.Answers;
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
}
