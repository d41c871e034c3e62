using System.Globalization;
using Bot.Answers;

namespace Bot.Console.Questions;

/// <summary>Which questions a form of a matter was made for, and for which of them it was posted.</summary>
/// <param name="Shown">All that stood on the page beside the first, as "12.0": number and version.</param>
/// <param name="Ticked">Those of them that stayed ticked.</param>
internal sealed record QuestionForm(IReadOnlyList<SeenQuestion> Shown, IReadOnlyList<SeenQuestion> Ticked)
{
    public IReadOnlyList<int> Apart => [.. Shown.Except(Ticked).Select(question => question.Number)];

    public static async Task<QuestionForm> ReadAsync(IFormCollection form, HttpContext http, QuestionsQuery query, CancellationToken cancellationToken)
    {
        SeenQuestion[] shown = [.. Read(form["shown"])];
        IReadOnlyList<int> seen = await query.SeenAsync([.. shown.Select(question => question.Number)], http.Scope(), cancellationToken);
        SeenQuestion[] within = [.. shown.Where(question => seen.Contains(question.Number))];
        return new QuestionForm(within, [.. within.Intersect(Read(form["also"]))]);
    }

    private static IEnumerable<SeenQuestion> Read(IEnumerable<string?> values)
    {
        foreach (string[] parts in values.OfType<string>().Select(value => value.Split('.')))
        {
            if (parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int number) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int version))
            {
                yield return new SeenQuestion(number, version);
            }
        }
    }
}
