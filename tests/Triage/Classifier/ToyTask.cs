using Bot.Triage.Classifier;

namespace Tests.Triage.Classifier;

/// <summary>An invented task with words of its own, so that no real text is needed.</summary>
internal static class ToyTask
{
    private static readonly string[] Fruit = ["苹果", "梨子", "香蕉", "葡萄", "西瓜"];
    private static readonly string[] Tools = ["锤子", "钳子", "扳手", "锯子", "钉子"];
    private static readonly string[] Frames = ["今天买了{0}", "{0}放在桌上", "谁拿走了{0}？", "我想要两个{0}。", "这个{0}真不错", "抽屉里有{0}吗"];

    public static IReadOnlyList<LabelledText> Texts { get; } =
    [
        .. from frame in Frames
           from word in Fruit.Concat(Tools)
           select new LabelledText(Fruit.Contains(word) ? "水果" : "工具", string.Format(null, frame, word)),
    ];

    public static string Lines => string.Concat(Texts.Select(t => $"{t.Label}\t{t.Text}\n"));
}
