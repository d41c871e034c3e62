using System.Buffers;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Splits a burst into the matters it states and the messages that stand alone.</summary>
public sealed class Splitter(Scene scene)
{
    private readonly AnswerJudge _answers = new(scene);
    private static readonly SearchValues<char> Asking = SearchValues.Create("谁啥哪咋呢吗？?");

    public (List<Matter> Matters, List<Finding> Others) Split(IReadOnlyList<Finding> findings)
    {
        MessageReader reader = scene.Reader;
        List<Matter> matters = [];
        List<Finding> others = [], before = [], answers = [];
        Matter? current = null;
        foreach (Finding finding in findings)
        {
            if (_answers.Decide(finding) is not null)
            {
                answers.Add(finding);
            }
            else if (States(finding) && (current is null || IsAnother(current, finding)))
            {
                current = new Matter { Opener = finding };
                matters.Add(current);
                before.ForEach(current.Add);
                before.Clear();
                current.Add(finding);
            }
            else if (current is not null && Continues(finding))
            {
                current.Add(finding);
            }
            else if (current is null && LeadsIn(finding))
            {
                before.Add(finding);
            }
            else
            {
                others.Add(finding);
            }
        }

        if (matters.Count == 0 && answers.Count == 0 && JoinedMatter(findings, reader) is { } joined)
        {
            return ([joined], []);
        }

        others.AddRange([.. before, .. answers]);
        matters.ForEach(matter => matter.Settle(reader));
        return (matters, others);
    }

    private bool States(Finding finding) =>
        finding.Emergency is not null
        || (!finding.IsFragment && !finding.OnlyCalls && !finding.Has(Cues.Greeting) && finding.Body.Length > 1 && finding.Report >= Thresholds.States && !IsSomethingElse(finding));

    // A question about a notice just posted or about one's own case, help for a need, word that one's own matter is fixed
    private bool IsSomethingElse(Finding finding)
    {
        ChatMessage message = finding.Message;
        bool asks = finding.Has(Cues.Asks) && finding.Body.Length <= 20 && finding.Report < 0.9f && scene.JustAnnounced(message.Group, message.Time);
        bool helps = finding.Has(Cues.Claim) && (finding.Prediction[Kind.Offer] >= 0.15f || scene.JustNeeded(finding) is not null);
        bool done = finding.Has(Cues.Fixed) && finding.Report < 0.93f
            && scene.Incidents.Candidates(message.Group, null, message.Sender, TopicWords.Bit(Topics.Other), null).Any(incident => incident.Reporters.Contains(message.Sender));
        return asks || helps || done || Chats(finding) || OwnCase.Is(finding);
    }

    // "楼上的 你家狗叫啥名字"
    private static bool Chats(Finding finding) => finding.Report < 0.75f && (finding.Has(Cues.Asks) || finding.Body.AsSpan().ContainsAny(Asking)) && finding.Prediction.AmongNeighbours >= 0.85f
        && !finding.Text.NamesBot && finding.Place is null && finding.Prediction[Kind.Emergency] < 0.1f;

    private static bool IsAnother(Matter matter, Finding finding)
    {
        bool elsewhere = finding.Place is { Place.Building: { } building, IsCorrection: false }
            && matter.Parts.Select(part => part.Place?.Place.Building).OfType<string>().Any(known => known != building);
        UInt128 named = matter.Parts.Aggregate(UInt128.Zero, (bits, part) => bits | part.Topics);
        bool otherThing = finding.Topics != 0 && named != 0 && (finding.Topics & named) == 0;
        return elsewhere ? otherThing || finding.Has(Cues.Another) : otherThing && finding.Has(Cues.Another);
    }

    private static bool Continues(Finding finding) =>
        finding.IsFragment
        || finding.OnlyCalls
        || finding.Body.Length == 0
        || finding.Report >= 0.2f
        || (finding.Prediction[Kind.Question] < Thresholds.Unrelated
            && finding.Prediction[Kind.Chat] + finding.Prediction[Kind.Thanks] + finding.Prediction[Kind.Ad] < Thresholds.Unrelated + 0.1f);

    private static bool LeadsIn(Finding finding) =>
        finding.IsFragment || finding.OnlyCalls || finding.Has(Cues.Greeting) || (finding.Body.Length <= 12 && finding.Prediction[Kind.Question] < Thresholds.Unrelated);

    private static Matter? JoinedMatter(IReadOnlyList<Finding> findings, MessageReader reader)
    {
        List<Finding> words = [.. findings.Where(finding => finding.Body.Length > 0)];
        if (words.Count < 2 || findings.Any(finding => finding.Has(Cues.Announcement) || finding.OnlyCalls))
        {
            return null;
        }

        Matter matter = new() { Opener = words.Where(word => !word.IsFragment).MaxBy(word => word.Report) ?? words[0] };
        foreach (Finding finding in findings)
        {
            matter.Add(finding);
        }

        matter.Settle(reader);
        return matter.Prediction[Kind.Issue] + matter.Prediction[Kind.Emergency] >= Thresholds.Opens + 0.1f ? matter : null;
    }
}
