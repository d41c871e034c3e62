using Bot.Triage.Bursts;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Decides what each message of a closed burst is and what is to be done. Looks, never changes anything.</summary>
public sealed class Judge(Scene scene, BurstTimes times)
{
    private readonly Splitter _splitter = new(scene);
    private readonly MatterJudge _matters = new(scene, times);
    private readonly TalkJudge _talk = new(scene, times);
    private readonly StaffJudge _staff = new(scene);

    /// <summary>One verdict per message, in the order they were said.</summary>
    public IReadOnlyList<Verdict> Decide(IReadOnlyList<Finding> findings)
    {
        if (findings[0].IsStaff && findings.All(finding => finding.Emergency is null))
        {
            return [.. findings.Select(_staff.Decide)];
        }

        (List<Matter> matters, List<Finding> others) = _splitter.Split(findings);
        List<Verdict> verdicts = [];
        foreach (Matter matter in matters)
        {
            verdicts.AddRange(_matters.Decide(matter));
        }

        verdicts.AddRange(others.Select(finding => _talk.Decide(finding, verdicts)));
        return [.. SpeakOnce(verdicts.OrderBy(verdict => IndexOf(findings, verdict.Finding)))];
    }

    // A burst of questions is answered once, on the last; a receipt of the same burst does not silence it
    private static IEnumerable<Verdict> SpeakOnce(IEnumerable<Verdict> ordered)
    {
        List<Verdict> verdicts = [.. ordered];
        int call = verdicts.FindLastIndex(verdict => verdict.Act == Act.Call);
        // Whoever wants a human is not told first what the documents say
        int last = call >= 0 ? -1 : verdicts.FindLastIndex(verdict => verdict.Act == Act.Ask);
        bool followed = verdicts.Exists(verdict => verdict is { Speaks: true, Act: Act.Open });
        for (int index = 0; index < verdicts.Count; index++)
        {
            Verdict verdict = verdicts[index];
            bool repeated = verdict is { Speaks: true, Act: Act.FollowUp or Act.Named or Act.Call } && (followed || (verdict.Act == Act.Call && index != call));
            followed |= !repeated && verdict is { Speaks: true, Act: Act.FollowUp or Act.Open or Act.Join or Act.Call };
            yield return (verdict.Act == Act.Ask && index != last) || repeated ? verdict with { Speaks = false } : verdict;
        }
    }

    private static int IndexOf(IReadOnlyList<Finding> findings, Finding finding)
    {
        for (int index = 0; index < findings.Count; index++)
        {
            if (ReferenceEquals(findings[index], finding))
            {
                return index;
            }
        }

        return -1;
    }
}
