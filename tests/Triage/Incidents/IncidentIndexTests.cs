using Bot.Tickets;
using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Bot.Triage.Judging;
using Bot.Triage.Reading;
using Tests.Support;

namespace Tests.Triage.Incidents;

public sealed class IncidentIndexTests
{
    [Theory]
    [InlineData(1, 6, 900)]
    [InlineData(2, 3, 1500)]
    [InlineData(3, 2, 3000)]
    [InlineData(4, 12, 3000)]
    public void Finds_what_a_full_scan_finds(int seed, int groups, int steps)
    {
        IncidentHistory history = new(seed, groups);
        Scene scene = new(history.Directory, new MessageReader(TrainedEngine.Model, history.Directory), time => time);
        Dictionary<int, Incident> all = [];
        int found = 0;
        for (int step = 0; step < steps; step++)
        {
            Ticket ticket = history.Step();
            scene.Read(ticket);
            all[ticket.Number] = scene.Incidents.Any(ticket.Number)!;
            Probe probe = history.Probe(scene.ScopeOf);
            (Incident? best, double score) = scene.Best(probe, (each, incident) => Matching.Report(scene.Reader.Links, each, incident));
            DateTimeOffset forgotten = all.Values.Max(each => each.LastHeardAt) - IncidentIndex.Known;
            (Incident? oracle, double top) = Scan(scene.Reader.Links, probe, all.Values.Where(each => each.EndedAt is null || each.EndedAt >= forgotten));
            if (Math.Max(score, top) > 0)
            {
                (best?.Ticket, score).ShouldBe((oracle?.Ticket, top), $"step {step}: {probe.Topic} at {probe.Place}; {best?.Place}, {oracle?.Place}");
                found++;
            }
        }

        found.ShouldBeGreaterThan(steps / 20);
    }

    private static (Incident?, double) Scan(LinkModel links, in Probe probe, IEnumerable<Incident> all)
    {
        (Incident? best, double top) = (null, double.NegativeInfinity);
        string group = probe.Group;
        foreach (Incident incident in all.Where(each => !each.IsOver)
            .OrderByDescending(each => each.LastHeardAt).ThenByDescending(each => each.Group == group).ThenByDescending(each => each.Ticket))
        {
            double score = Matching.Report(links, probe, incident);
            if (score > top)
            {
                (best, top) = (incident, score);
            }
        }

        return (best, top);
    }
}
