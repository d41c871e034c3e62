using Bot.Messaging;
using Bot.Triage;
using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage.Classifier;

public sealed class ExplanationTests
{
    [Theory]
    [InlineData("9号楼的电梯又坏了，谢谢啊", Kind.Issue, "坏")]
    [InlineData("三楼着火了快来人", Kind.Emergency, "着火")]
    [InlineData("居住证要怎么办理呀", Kind.Question, "怎么")]
    public void The_words_that_decide_are_named_as_they_were_written(string text, Kind kind, string word)
    {
        Explanation explanation = TrainedEngine.Model.Explain(text, SenderRole.Resident);

        TestContext.Current.TestOutputHelper?.WriteLine($"{explanation.Kind} {explanation.Confidence:0.00} / {explanation.Rival} {explanation.RivalConfidence:0.00}: {string.Join(' ', explanation.Pulls.Select(pull => $"{pull.Fragment}{pull.Weight:+0.00;-0.00}"))}");
        explanation.Kind.ShouldBe(kind);
        explanation.Rival.ShouldNotBe(kind);
        explanation.Pulls.Where(pull => pull.Weight > 0).ShouldContain(pull => pull.Fragment!.Contains(word));
        explanation.Pulls.ShouldAllBe(pull => text.Contains(pull.Fragment!));
    }

    [Fact]
    public void What_speaks_against_a_kind_is_named_too()
    {
        Explanation explanation = TrainedEngine.Model.Explain("谢谢师傅，电梯修好了", SenderRole.Resident, Kind.Issue);

        explanation.Kind.ShouldBe(Kind.Issue);
        explanation.Pulls.ShouldContain(pull => pull.Weight < 0);
    }

    [Fact]
    public void Who_said_it_is_named_where_it_counts()
    {
        Explanation explanation = TrainedEngine.Model.Explain("明天上午九点到十一点停水", SenderRole.Property, Kind.Issue);

        explanation.Pulls.Single(pull => pull.Fragment is null).Weight.ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("，。 \n")]
    [InlineData("[图片]")]
    [InlineData("😀😀👍")]
    public void Nothing_to_explain_is_no_failure(string text) =>
        TrainedEngine.Model.Explain(text, SenderRole.Resident).Pulls.ShouldAllBe(pull => pull.Fragment == null || pull.Fragment.Length > 0);

    [Fact]
    public void A_row_that_counts_for_more_pulls_more()
    {
        CorpusRow[] rows = [.. Toy("好", Kind.Thanks), .. Toy("坏", Kind.Issue)];
        CorpusRow odd = new(Kind.Chat, Intent.None, null, null, null, null, SenderRole.Resident, "", "坏消息第3条");

        float light = TriageModel.Train([.. rows, odd]).Predict(odd.Text, SenderRole.Resident)[Kind.Chat];
        float heavy = TriageModel.Train([.. rows, odd with { Weight = 5 }]).Predict(odd.Text, SenderRole.Resident)[Kind.Chat];

        heavy.ShouldBeGreaterThan(light);
    }

    private static IEnumerable<CorpusRow> Toy(string word, Kind kind) => Enumerable.Range(0, 20)
        .Select(i => new CorpusRow(kind, Intent.None, null, null, null, null, SenderRole.Resident, "", $"{word}消息第{i}条"));
}
