namespace Tests.Evaluation;

/// <summary>Floors a little below what is reached; RESULTS.md has the figures.</summary>
public sealed class PublicSetTests
{
    [Fact]
    public void Policy_documents_are_found_and_what_they_do_not_say_is_refused()
    {
        PublicSet set = PublicSet.Ask("ncp", "questions.dev.jsonl");
        RefusalScore crossValidated = set.CrossValidated();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"ncp: first, among five, MRR {set.Retrieval}; a document with the answer first {set.AnswerFirst:F4}; cross-validated {crossValidated}; "
            + $"as shipped {set.Strict}; AUC {set.Refusal.Auc:F4}; invented quotes, answered from the right document {set.Citations}");
        set.Retrieval.First.ShouldBeGreaterThanOrEqualTo(0.845);
        set.Retrieval.AmongFive.ShouldBeGreaterThanOrEqualTo(0.97);
        set.AnswerFirst.ShouldBeGreaterThanOrEqualTo(0.92);
        crossValidated.F1.ShouldBeGreaterThanOrEqualTo(0.775);
        set.Strict.Precision.ShouldBeGreaterThanOrEqualTo(0.85);
        set.Citations.Invented.ShouldBe(0);
        set.Citations.FromRight.ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void Passages_of_an_encyclopaedia_are_found()
    {
        PublicSet set = PublicSet.Ask("cmrc2018", "questions.jsonl");

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"cmrc2018: first, among five, MRR {set.Retrieval}; a document with the answer first {set.AnswerFirst:F4}; as shipped {set.Strict}; invented quotes, answered from the right document {set.Citations}");
        set.Retrieval.First.ShouldBeGreaterThanOrEqualTo(0.983);
        set.Retrieval.AmongFive.ShouldBeGreaterThanOrEqualTo(0.993);
        set.Citations.Invented.ShouldBe(0);
    }
}
