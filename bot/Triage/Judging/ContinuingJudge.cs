using System.Buffers;
using Bot.Answers;
using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>"那要带什么材料？" or "帮我查一下" after the bot answered, or quoting its answer: asks on.</summary>
public sealed class ContinuingJudge(Scene scene)
{
    private static readonly SearchValues<string> Answers = SearchValues.Create(["依据：《", "这个我没查到准确规定"], StringComparison.Ordinal);

    public Verdict? Decide(Finding finding)
    {
        if ((!FollowUps.Is(finding.Body) && !FollowUps.Presses(finding.Body)) || finding.Has(Cues.Greeting) || scene.Linked(finding) is not null) { return null; }
        string? quoted = finding.Message.Quoted ?? finding.Text.Quoted;
        bool quotes = quoted is not null && quoted.AsSpan().ContainsAny(Answers);
        bool elsewhere = !quotes && (quoted is not null || finding.Message.ReplyTo is not null);
        return quotes || (!elsewhere && OwnLately(finding))
            ? new Verdict(finding, Kind.Question, Act.Ask, 0.8, "接着刚才的问题问", Speaks: true)
            : null;
    }

    /// <summary>Their last word but for this burst was a question that was answered; a matter reported since is what they speak of.</summary>
    private bool OwnLately(Finding finding)
    {
        string group = finding.Message.Group, sender = finding.Message.Sender;
        DateTimeOffset now = finding.Message.Time;
        Utterance? asked = scene.Memory.Lately(group).FirstOrDefault(heard => heard.Sender == sender && heard.WasAnswered);
        return asked is not null && now - asked.Time <= FollowUps.Within && asked.Time <= now
            && !(scene.LastOwn(group, sender) is { } own && own.At >= asked.Time);
    }
}
