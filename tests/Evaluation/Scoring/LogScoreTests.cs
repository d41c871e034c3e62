using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>The rules of the score on a conversation small enough to count by hand.</summary>
public sealed class LogScoreTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private static readonly GoldRow[] Rows =
    [
        Row("1", 0, "A", "issue") with { Location = "3号楼东侧", LocationAlt = ["3号楼"] },
        Row("2", 20, "A", "issue") with { AttachTo = "1", Location = "3号楼东侧", LocationAlt = [null], ShouldReply = true },
        Row("3", 300, "B", "issue") with { AttachTo = "1", Location = "3号楼2单元" },
        Row("4", 400, "C", "followup") with { AttachTo = "1" },
        Row("5", 500, "D", "emergency") with { ShouldReply = true },
        Row("6", 600, "E", "question") with { ShouldReply = true, ReplyGroup = "q" },
        Row("7", 610, "E", "question") with { ShouldReply = true, ReplyGroup = "q" },
        Row("8", 700, "F", "chat") with { KindAlt = ["thanks"], ReplyOptional = true },
        Row("9", 800, "G", "issue") with { OpenOptional = true, ShouldReply = true },
        Row("10", 900, "H", "ad"),
    ];

    [Fact]
    public void The_labels_themselves_get_full_marks()
    {
        LogScore score = Score(decision => decision);

        score.Mistakes.ShouldBeEmpty();
        score.Figures.Where(figure => figure.Name is "opening.f1" or "opening.strict_f1" or "attach.accuracy" or "emergency.recall" or "speak.f1"
            or "kind.macro_f1" or "field.category" or "field.urgency" or "location.exact" or "location.core").ShouldAllBe(figure => figure.Value == 1);
        (Of(score, "opening.incidents"), Of(score, "attach.n")).ShouldBe((2, 3));
    }

    [Fact]
    public void Silence_gets_none()
    {
        LogScore score = new(new GoldThread(Rows), []);

        (score.Opening.F1, score.Speaking.F1, score.Location, score.Kinds, score.Attachment).ShouldBe((0, 0, 0, 0, 0));
        score.MissedEmergencies.ShouldBe(["5"]);
    }

    [Fact]
    public void A_second_ticket_is_one_too_many_but_the_matter_is_found()
    {
        LogScore score = Score(decision => decision.Id == "3" ? decision with { Opened = true, Ticket = "T-x" } : decision);

        score.Opening.ShouldBe(new Ratio(2, 1, 0));
        (Of(score, "opening.duplicates"), Of(score, "opening.strict_recall"), Of(score, "attach.correct")).ShouldBe((1, 0.5, 2));
    }

    [Fact]
    public void A_ticket_opened_on_a_later_piece_of_the_burst_counts()
    {
        LogScore score = Score(decision => decision.Ticket == "1" ? decision with { Opened = decision.Id == "2", Ticket = "T-9" } : decision);

        (score.Opening.F1, Of(score, "opening.on_non_incident")).ShouldBe((1, 0));
    }

    [Fact]
    public void Two_matters_on_one_ticket_are_wrongly_merged()
    {
        LogScore score = Score(decision => decision.Id == "5" ? decision with { Opened = false, Ticket = "1" } : decision);

        (Of(score, "opening.wrongly_merged"), score.Opening.Missed).ShouldBe((1, 1));
    }

    [Fact]
    public void One_reply_is_enough_for_a_burst_and_a_second_is_needless()
    {
        Score(decision => decision.Id == "1" ? decision with { Reply = "a" } : decision.Id == "2" ? decision with { Reply = null } : decision).Speaking.F1.ShouldBe(1);
        Score(decision => decision.Id == "1" ? decision with { Reply = "a" } : decision).Speaking.Wrong.ShouldBe(1);
        Score(decision => decision.Id == "6" ? decision with { Reply = null } : decision).Speaking.F1.ShouldBe(1);
        Score(decision => decision.Id is "6" or "7" ? decision with { Reply = null } : decision).Speaking.Missed.ShouldBe(1);
    }

    [Fact]
    public void Urgency_alone_tells_an_emergency()
    {
        Score(decision => decision.Id == "5" ? decision with { Kind = "issue" } : decision).MissedEmergencies.ShouldBeEmpty();
        LogScore score = Score(decision => decision.Id == "5" ? decision with { Kind = "issue", Urgency = "high" }
            : decision.Id == "10" ? decision with { Urgency = "emergency" } : decision);

        (score.MissedEmergencies.Single(), score.FalseEmergencies.Single()).ShouldBe(("5", "10"));
    }

    [Fact]
    public void A_place_with_a_facility_too_many_is_right_at_its_core()
    {
        LogScore score = Score(decision => decision.Id == "3" ? decision with { Location = "3 号楼2单元门口" } : decision.Id == "5" ? decision with { Location = "5号楼" } : decision);

        (Of(score, "location.exact"), Of(score, "location.core"), Of(score, "location.false_on_null")).ShouldBe((2 / 3.0, 1, 1));
    }

    private static double? Of(LogScore score, string figure) => score.Figures.Single(one => one.Name == figure).Value;

    private static LogScore Score(Func<Decision, Decision> change)
    {
        GoldThread gold = new(Rows);
        return new LogScore(gold, Rows.Select(row => change(LabelledDecisions.Of(gold, row))));
    }

    private static GoldRow Row(string id, int seconds, string sender, string kind)
    {
        bool report = kind is "issue" or "emergency";
        return new GoldRow(id, "g", Morning.AddSeconds(seconds), sender, "x", kind,
            Category: report ? "生活便民" : null, Urgency: kind == "emergency" ? "emergency" : report ? "normal" : null, ShouldTicket: report);
    }
}
