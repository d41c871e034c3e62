using Bot.Triage;
using Bot.Triage.Learning;
using Bot.Triage.Learning.Regression;

namespace Tests.Triage.Learning;

public sealed class GateTests
{
    private static readonly RegressionScore Good = Score(Ratio(200, 0), Ratio(5, 0), null, null);

    [Fact]
    public void The_same_again_may_be_used() => Gate.Objections(Good, Good).ShouldBeEmpty();

    [Fact]
    public void A_lost_case_is_named_with_its_sentence() =>
        Gate.Objections(Good, Score(Ratio(200, 0), Ratio(5, 0), "没有立件", null)).ShouldBe(["“第0句”原来判得对，新的没有立件"]);

    [Fact]
    public void A_case_that_was_wrong_before_may_stay_so()
    {
        RegressionScore poor = Score(Ratio(200, 0), Ratio(5, 0), "没有立件", null);
        Gate.Objections(poor, poor).ShouldBeEmpty();
        Gate.Gains(poor, Good).ShouldBe(["“第0句”原来没有立件，新的判对了"]);
    }

    [Fact]
    public void An_emergency_less_is_too_many() =>
        Gate.Objections(Good, Score(Ratio(200, 0), Ratio(4, 1), null, null)).ShouldBe(["紧急情况会漏：原来5件认出5件，新的5件认出4件"]);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Opening_may_lose_half_a_point_and_no_more(int missed, bool allowed) =>
        Gate.Objections(Good, Score(Ratio(200 - missed, missed), Ratio(5, 0), null, null)).Count.ShouldBe(allowed ? 0 : 1);

    [Fact]
    public void Without_anything_to_compare_nothing_is_changed() =>
        Gate.Objections(new RegressionScore([], [], default, default), new RegressionScore([], [], default, default)).ShouldHaveSingleItem();

    [Fact]
    public void Cases_are_matters_and_quiet_messages()
    {
        GoldThread gold = new([
            Row("1", "电梯坏了", "issue") with { ShouldTicket = true, ShouldReply = true },
            Row("2", "着火了", "emergency") with { ShouldTicket = true, ShouldReply = true },
            Row("3", "哈哈", "chat"), Row("4", "随便", "chat") with { ReplyOptional = true }, Row("5", "几点开门", "question") with { ShouldReply = true },
        ]);
        Decision[] decisions = [Said("1", "issue", "1", opened: true), Said("2", "issue", "2", opened: true), Said("3", "emergency", null)];

        RegressionCase[] cases = [.. RegressionCase.Of("log", gold, new ThreadScore(gold, decisions))];

        cases.Select(one => (one.Sentence, one.Wrong)).ShouldBe([("电梯坏了", null), ("着火了", "没看出是紧急情况"), ("哈哈", "不是紧急情况却当成紧急")]);
    }

    private static GoldRow Row(string id, string text, string kind) => new(id, "群", DateTimeOffset.UnixEpoch, "张", text, kind);

    private static Decision Said(string id, string kind, string? ticket, bool opened = false) =>
        new(id, kind, null, null, null, null, ticket, opened, null, 1, "");

    private static Ratio Ratio(int found, int missed) => new(found, 0, missed);

    private static RegressionScore Score(Ratio opening, Ratio emergency, params string?[] wrongs) =>
        new([.. wrongs.Select((wrong, i) => new RegressionCase($"{i}", $"第{i}句", wrong))], [], opening, emergency);
}
