namespace Bot.Figures;

/// <summary>One of the rates: which cases of which, and how that is read.</summary>
/// <param name="Formula">In words, printed under every value.</param>
/// <param name="NoCase">Said instead of a value when there is no case.</param>
public sealed record RateKind(string Title, Measure Part, Measure Whole, string Formula, string NoCase)
{
    public static readonly RateKind Response = new(
        "响应率", Measures.AnsweredInTime, Measures.AnswerDue,
        "响应率 = 按时有人答复或联系上的 ÷ 到了答复时间的", "还没有到答复时间的工单，率无法计算");

    public static readonly RateKind Resolution = new(
        "解决率", Measures.SaidGood, Measures.Replied,
        "解决率 = 居民说“好了”的 ÷ 回访有答复的。没人答复不算好了", "还没有答复回访的工单，率无法计算");

    public static readonly RateKind Satisfaction = new(
        "满意率", Measures.RatedWell, Measures.RatedAtAll,
        "满意率 =（满意 + 基本满意）÷ 评议了的。不评议不算满意，几个人评议时有一人不满意就算不满意", "还没有人评议，率无法计算");

    public static readonly RateKind FollowUp = new(
        "回访率", Measures.Visited, Measures.Handled,
        "回访率 = 问到答复或办好后联系上的 ÷ 办好的", "还没有办好的工单，率无法计算");

    public static IReadOnlyList<RateKind> All { get; } = [Response, Resolution, Satisfaction, FollowUp];

    public Rate Of(Tallies tallies) => new(this, tallies.Count(Part), tallies.Count(Whole));
}

public sealed record Rate(RateKind Kind, int Part, int Whole)
{
    /// <summary>Null when there is no case: that is not 0 %. Neither 0 nor 100 is said of what is only nearly so.</summary>
    public int? Percent => Whole == 0 ? null
        : Part == 0 || Part == Whole ? 100 * Part / Whole
        : Math.Clamp((int)Math.Round(100m * Part / Whole, MidpointRounding.AwayFromZero), 1, 99);

    /// <summary>"92% · 24/26"; null when there is no case.</summary>
    public string? Text => Percent is { } percent ? $"{percent}% · {Part}/{Whole}" : null;
}
