using Bot.Triage.Judging;

namespace Bot.Triage.SecondOpinion;

/// <summary>A matter to ask about.</summary>
/// <param name="Opener">The message that states it.</param>
public sealed record DoubtfulMatter(ChatMessage Opener, IReadOnlyList<ChatMessage> Parts, DoubtSort Sort, Kind Kind);

/// <summary>Which of a burst's decisions a model may be asked about: only those near a threshold, nothing of an emergency.</summary>
public static class Doubtful
{
    // As far below reviewing as makes no difference to a person
    private const float Near = 0.1f;
    private const int Fewest = 2;

    public static IEnumerable<DoubtfulMatter> In(IReadOnlyList<Verdict> verdicts, double askBelow)
    {
        if (verdicts.Any(verdict => verdict.Kind == Kind.Emergency || verdict.Finding.Emergency is not null || verdict.Incident is { IsEmergency: true }))
        {
            yield break;
        }

        HashSet<Matter> seen = [];
        foreach (Verdict verdict in verdicts)
        {
            if (SortOf(verdict, askBelow) is not { } sort || (verdict.Matter is { } told && !seen.Add(told))) { continue; }
            ChatMessage opener = (verdict.Matter?.Opener ?? verdict.Finding).Message;
            ChatMessage[] parts = [.. (verdict.Matter?.Parts ?? []).Select(part => part.Message).Where(part => part.Id != opener.Id)];
            if (IsWorthAsking(verdict)) { yield return new DoubtfulMatter(opener, parts, sort, verdict.Kind); }
        }
    }

    private static DoubtSort? SortOf(Verdict verdict, double askBelow) => verdict switch
    {
        { Finding.IsStaff: true } => null,
        { Act: Act.Review } => DoubtSort.Unsure,
        { Act: Act.Open } when verdict.Confidence < askBelow => DoubtSort.Opened,
        { Act: Act.Silence } when verdict.Finding.Report >= Thresholds.Reviews - Near && verdict.Kind is not (Kind.Notice or Kind.Ad) => DoubtSort.Silent,
        _ => null,
    };

    // a photo and a greeting say nothing to a model
    private static bool IsWorthAsking(Verdict verdict) =>
        (verdict.Matter?.Parts ?? [verdict.Finding]).Sum(part => part.Body.Count(char.IsLetter)) >= Fewest;
}
