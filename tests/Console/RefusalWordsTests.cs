using Bot.Console.Library;
using Knowledge;

namespace Tests.Console;

public sealed class RefusalWordsTests
{
    [Fact]
    public void Every_reason_listens_to_a_signal_that_is_given() =>
        RefusalWords.Signals.Except(global::Knowledge.Answering.Signals.Names).ShouldBeEmpty();

    [Fact]
    public void Nothing_found_and_what_is_missing_are_said()
    {
        RefusalWords.Of(new Answer("问", false, 0, [], null, [])).ShouldHaveSingleItem().ShouldContain("没有一份文件对得上");
        RefusalWords.Of(new Answer("问", false, 0, [new RankedDocument("d", "题", 1)], null, [new Signal("yearMissing", 1), new Signal("lead", 0.5)]))
            .ShouldBe(["问的年份文件里没有"]);
    }

    [Fact]
    public void A_document_that_may_not_answer_says_why() => Enum.GetValues<DocumentStanding>()
        .Where(standing => standing != DocumentStanding.Holds).ShouldAllBe(standing => RefusalWords.Of(standing) != null);
}
