using Knowledge;

namespace Bot.Answers;

/// <summary>Which of the waiting questions asks the same as a new one, so that one answer serves both. Pure.</summary>
public static class SameMatter
{
    /// <summary>From here on two questions are one matter.</summary>
    public const double Alike = 0.66;

    /// <returns>The matter it belongs to; null when it is one of its own, as somebody's own case always is.</returns>
    public static int? Find(string question, IReadOnlyList<HandOff> waiting, DateOnly day)
    {
        if (waiting.Count == 0 || PersonalCases.Is(question)) { return null; }
        QuestionMatter asked = QuestionMatter.Of(question, day);
        (HandOff? nearest, double likeness) = (null, Alike);
        foreach (HandOff item in waiting)
        {
            double now = asked.Likeness(QuestionMatter.Of(item.Question, day));
            if (now > likeness && !PersonalCases.Is(item.Question)) { (nearest, likeness) = (item, now); }
        }
        return nearest?.Matter;
    }
}
