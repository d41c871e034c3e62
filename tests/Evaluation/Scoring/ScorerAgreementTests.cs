using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Triage;
using Tests.Support;

namespace Tests.Evaluation.Scoring;

/// <summary>The scorer here and the script of the worked example say the same of the same decisions, figure by figure and message by message.</summary>
public sealed class ScorerAgreementTests
{
    private const string Script = "import json, sys; sys.path.insert(0, sys.argv[1]); import score\n"
        + "print(json.dumps([score.score(score.load(gold), score.load(said)) for gold, said in zip(sys.argv[2::2], sys.argv[3::2])]))";

    private static readonly string[] Sorts =
    [
        "missed_incidents", "opened_on_non_incident", "duplicates", "bad_attach", "attached_unrelated", "spoke_wrongly", "silent_wrongly", "bad_location", "false_location",
    ];

    [Fact]
    public async Task Both_scorers_agree()
    {
        string script = Path.GetDirectoryName(SharedMaterial.Require("examples", "score.py"))!;
        using TempFolder folder = new();
        List<(string Gold, string Decisions, LogScore Score)> cases = [];
        foreach (GoldLog gold in new[] { GoldLog.Load("sample"), GoldLog.Load("loess"), GoldLog.Load("county"), GoldLog.Load("typhoon"), GoldLog.Threads("south") })
        {
            foreach (IReadOnlyList<Decision> decisions in await Decisions(gold))
            {
                string path = folder.File($"{cases.Count}.jsonl");
                File.WriteAllLines(path, decisions.Select(decision => JsonSerializer.Serialize(decision)));
                cases.Add((gold.Path, path, new LogScore(gold, decisions)));
            }
        }

        JsonArray theirs = Run(script, cases.SelectMany(one => new[] { one.Gold, one.Decisions }));

        foreach ((JsonNode? node, (string gold, string decisions, LogScore score)) in theirs.Zip(cases))
        {
            Compare(node!, score, $"{Path.GetFileName(gold)} {Path.GetFileName(decisions)}");
        }
    }

    /// <summary>As triaged, as labelled, as labelled but with many mistakes, nothing at all, and everything a ticket.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<Decision>>> Decisions(GoldLog gold)
    {
        IReadOnlyList<Decision> triaged = await Replaying.RunAsync(gold);
        Decision[] perfect = [.. gold.Rows.Select(row => LabelledDecisions.Of(gold.Thread, row))];
        return
        [
            triaged, perfect, [.. LabelledDecisions.Spoiled(perfect, seed: 1)], [.. LabelledDecisions.Spoiled(triaged, seed: 2)], [],
            [.. gold.Rows.Select(row => LabelledDecisions.Of(gold.Thread, row) with { Kind = "issue", Ticket = "T" + row.Id, Opened = true, Reply = "好的", Location = null })],
        ];
    }

    private static JsonArray Run(string script, IEnumerable<string> files)
    {
        ProcessStartInfo start = new("python3") { RedirectStandardOutput = true };
        foreach (string argument in new[] { "-B", "-c", Script, script }.Concat(files)) { start.ArgumentList.Add(argument); }
        using Process python = Process.Start(start)!;
        string said = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        python.ExitCode.ShouldBe(0);
        return JsonNode.Parse(said)!.AsArray();
    }

    private static void Compare(JsonNode theirs, LogScore ours, string where)
    {
        foreach (Figure figure in ours.Figures)
        {
            JsonNode? value = figure.Name.Split('.').Aggregate((JsonNode?)theirs, (node, part) => node![part]);
            string what = $"{where} {figure.Name}";
            if (value is null) { (figure.Value ?? 0).ShouldBe(0, what); }
            else { (figure.Value ?? double.NaN).ShouldBe(value.GetValue<double>(), 1e-9, what); }
        }
        foreach (string sort in Sorts) { Ids(ours, sort).ShouldBe(Ids(theirs["errors"]![sort]!), $"{where} {sort}"); }
        Ids(ours, "missed_emergencies").ShouldBe(Ids(theirs["emergency"]!["missed"]!), where);
        Ids(ours, "false_emergencies").ShouldBe(Ids(theirs["emergency"]!["false_ids"]!), where);
    }

    private static IEnumerable<string> Ids(LogScore ours, string sort) => ours.Mistakes.Where(mistake => mistake.Sort == sort).Select(mistake => mistake.Row.Id).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Ids(JsonNode theirs) => theirs.AsArray().Select(id => id!.GetValue<string>()).Order(StringComparer.Ordinal);
}
