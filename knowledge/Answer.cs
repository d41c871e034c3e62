namespace Knowledge;

/// <summary>What the documents say to a question, or that they do not say it.</summary>
/// <param name="Answered">Whether <paramref name="Confidence"/> reaches the store's threshold and there is a quote.</param>
/// <param name="Confidence">Estimate, 0…1, that the documents answer the question.</param>
/// <param name="Documents">The ten best different documents, best first; also when refused.</param>
/// <param name="Best">The best quote, also when refused: then it is for staff only and never for the asker.</param>
/// <param name="Signals">What the confidence was estimated from, for people who want to know why.</param>
public sealed record Answer(
    string Question,
    bool Answered,
    double Confidence,
    IReadOnlyList<RankedDocument> Documents,
    Citation? Best,
    IReadOnlyList<Signal> Signals)
{
    /// <summary>Another document that says the same with other numbers and holds too; null when none does.</summary>
    public Citation? Differing { get; init; }

    /// <summary>What the answer rests on; empty when refused.</summary>
    public IReadOnlyList<Citation> Citations => Answered && Best is not null ? [Best] : [];

    /// <summary>"带身份证到3号窗口。依据：《办理指南》2026年3月版 所需材料"; null when refused.</summary>
    public string? Text => Answered && Best is not null ? $"{Best.Quote.TrimEnd('。', '；', ';')}。依据：{Best.Source}" : null;
}
