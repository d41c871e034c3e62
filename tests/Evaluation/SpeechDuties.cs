using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation;

/// <summary>When the bot should have spoken: one duty per question, or per burst of one person about one incident.</summary>
internal sealed class SpeechDuties(GoldLog gold, Func<GoldRow, bool> replies)
{
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(3);

    public Ratio Score()
    {
        (int found, int wrong, int missed) = (0, 0, 0);
        foreach (IGrouping<string, GoldRow> duty in Duties())
        {
            GoldRow[] scored = [.. duty.Where(row => !row.ReplyOptional)];
            int wanted = scored.Count(row => row.ShouldReply), spoken = scored.Count(replies);
            if (wanted > 0)
            {
                bool spoke = duty.Any(replies);
                found += spoke ? 1 : 0;
                missed += spoke ? 0 : 1;
                wrong += Math.Max(0, spoken - wanted);
            }
            else if (scored.Length > 0 && !duty.Any(row => row is { ReplyOptional: true, ShouldReply: true }))
            {
                wrong += spoken;
            }
        }

        return new Ratio(found, wrong, missed);
    }

    private IEnumerable<IGrouping<string, GoldRow>> Duties()
    {
        Dictionary<string, string> duties = [];
        Dictionary<(string Incident, string Sender), GoldRow> last = [];
        foreach (GoldRow row in gold.Rows)
        {
            duties[row.Id] = row.ReplyGroup is { } named ? "g:" + named : row.Id;
            if (row.ReplyGroup is null && gold.IncidentOf.TryGetValue(row.Id, out string? incident))
            {
                bool goesOn = last.TryGetValue((incident, row.Sender), out GoldRow? before) && row.Time - before.Time <= Burst;
                duties[row.Id] = goesOn ? duties[before!.Id] : row.Id;
                last[(incident, row.Sender)] = row;
            }
        }

        return gold.Rows.GroupBy(row => duties[row.Id]);
    }
}
