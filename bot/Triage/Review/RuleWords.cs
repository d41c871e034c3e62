using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Review;

/// <summary>The rules that matched a message, in words for grid workers.</summary>
internal static class RuleWords
{
    private static readonly (Doubts Doubt, string Words)[] OfDoubts =
    [
        (Doubts.Elsewhere, "像在说别处的事"), (Doubts.Past, "像在说从前的事"), (Doubts.Told, "像在转述新闻、视频或听来的事"),
        (Doubts.Supposed, "像是假设"), (Doubts.Drill, "提到演练"), (Doubts.Exaggerated, "像是夸张的说法"), (Doubts.Over, "像是已经解决了"),
        (Doubts.Warning, "像是提醒大家，不是出了事"), (Doubts.Offer, "像是推销或接龙"), (Doubts.Denied, "说的是没有这回事"),
        (Doubts.Delivery, "像是送货的地址"), (Doubts.Vote, "像是在投票"), (Doubts.Orders, "像是在指挥机器人"), (Doubts.Cooking, "像是做饭的烟火"), (Doubts.Advice, "像是在提醒大家怎么做"),
    ];

    private static readonly (Cues Cue, string Words)[] OfCues =
    [
        (Cues.MeToo, "附和别人（我家也是）"), (Cues.Urge, "在催"), (Cues.NotFixed, "说还没好"), (Cues.Again, "说又犯了"), (Cues.Fixed, "说好了"),
        (Cues.Withdrawn, "说不用管了"), (Cues.Another, "另说一件事"), (Cues.Worse, "说更严重了"), (Cues.IdentityNumber, "里面有身份证号"),
        (Cues.Claim, "像是愿意来帮忙"), (Cues.Announcement, "是通知的写法"), (Cues.Asks, "是问句"), (Cues.Greeting, "只是招呼一声"), (Cues.WantsPerson, "要找真人"),
    ];

    public static IEnumerable<string> Of(Finding finding)
    {
        if (finding.Emergency is not null) { yield return "按紧急情况的词处理，不靠机器学习"; }
        if (finding.InDrill) { yield return "正在演练"; }
        string[] topics = [.. Topics.All.Where(topic => (finding.Topics & TopicWords.Bit(topic)) != 0)];
        if (topics.Length > 0) { yield return $"提到{string.Join("、", topics)}"; }
        if (finding.Place is { } place) { yield return $"地点{place.Place}（{(place.Source == PlaceSource.Text ? "原话里说的" : "从昵称看的")}）"; }
        foreach ((Doubts doubt, string words) in OfDoubts) { if (finding.Has(doubt)) { yield return words; } }
        foreach ((Cues cue, string words) in OfCues) { if (finding.Has(cue)) { yield return words; } }
        if (finding.Text.IsBarePicture) { yield return "只有照片"; }
        if (finding.Text.IsVoiceNote) { yield return "语音，没有文字"; }
        if (finding.Text.Quoted is not null) { yield return "引用了别人的话"; }
        if (finding.IsStaff) { yield return "是工作人员说的"; }
    }
}
