using System.Globalization;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Learning.Regression;
using Bot.Triage.Reading;
#pragma warning disable
namespace Tests.Evaluation;
public sealed class Dump
{
    [Fact]
    public void Rows()
    {
        using StreamWriter w = new("/work/tmp/emg.tsv");
        LogFolds folds = new();
        foreach ((string name, GoldLog gold, TriageModel engine) in Enumerable.Range(0, 4).SelectMany(f => LogFolds.Logs(f).Select(n => (n, GoldLog.Load(n), folds.Engine(f)))).Append(("tnorth", GoldLog.Threads("north"), Tests.Support.TrainedEngine.Model)).Append(("tsouth", GoldLog.Threads("south"), Tests.Support.TrainedEngine.Model)).Append(("sample", GoldLog.Load("sample"), Tests.Support.TrainedEngine.Model)))
        {
            MessageReader reader = new(engine, gold.Directory);
            foreach (GoldRow row in gold.Rows)
            {
                Finding f = reader.Read(row.ToMessage());
                (EmergencySign sign, EmergencySort sort) = EmergencyRules.Read(f.Body);
                bool emg = row.Kind == "emergency" || row.Urgency == "emergency", alt = row.AllowsKind("emergency") || row.AllowsUrgency("emergency");
                w.WriteLine(string.Join('\t', name, row.Id, row.Role ?? "", emg ? "E" : alt ? "A" : "-", row.Kind, row.AttachTo ?? "", sign, sort, f.Emergency?.ToString() ?? "", f.Prediction[Kind.Emergency].ToString("0.00", CultureInfo.InvariantCulture), f.Prediction[Kind.Issue].ToString("0.00", CultureInfo.InvariantCulture), f.Prediction[Kind.Chat].ToString("0.00", CultureInfo.InvariantCulture), f.Doubts, EmergencyRules.NamesFireOrGas(f.Body), row.Text.Replace('\n', ' ')));
            }
        }
    }
}
