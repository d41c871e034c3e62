using Bot.Triage;
using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>Decisions made of the labels, right or spoiled on purpose, to try the scorer with.</summary>
internal static class LabelledDecisions
{
    private static readonly string[] Kinds = ["issue", "emergency", "question", "followup", "offer", "thanks", "notice", "ad", "chat"];

    public static Decision Of(GoldThread gold, GoldRow row) => new(
        row.Id, row.Kind, row.Category, null, row.Urgency, row.Location, gold.IncidentOf.GetValueOrDefault(row.Id),
        gold.IncidentOf.GetValueOrDefault(row.Id) == row.Id, row.ShouldReply ? "好的" : null, 1, "");

    /// <summary>A third of the decisions wrong in one way or another, and a few missing.</summary>
    public static IEnumerable<Decision> Spoiled(IReadOnlyList<Decision> decisions, int seed)
    {
        // A fixed seed: the same mistakes every time
        Random random = new(seed);
        foreach (Decision decision in decisions)
        {
            string other = decisions[random.Next(decisions.Count)].Ticket ?? "T-new";
            Decision? spoiled = random.Next(30) switch
            {
                0 => decision with { Kind = Kinds[random.Next(Kinds.Length)] },
                1 => decision with { Urgency = "emergency" },
                2 => decision with { Urgency = "normal", Category = "生活便民", Kind = "issue" },
                3 => decision with { Location = decision.Location is null ? "3号楼2单元" : null },
                4 => decision with { Location = decision.Location + " 门口" },
                5 => decision with { Ticket = other },
                6 => decision with { Ticket = null, Opened = false },
                7 => decision with { Ticket = "T-" + decision.Id, Opened = true },
                8 or 9 => decision with { Reply = decision.Reply is null ? "收到" : null },
                10 => null,
                _ => decision,
            };
            if (spoiled is not null) { yield return spoiled; }
        }
    }
}
