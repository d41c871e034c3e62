using System.Text;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage.Classifier;

namespace Bot.Triage.Learning;

/// <summary>Examples as the corpus is written, numbers of people masked.</summary>
public static class ExampleFile
{
    public static string Write(IEnumerable<CorpusRow> rows)
    {
        StringBuilder lines = new(Corpus.Header + "\n");
        foreach (CorpusRow row in rows)
        {
            lines.AppendJoin('\t', Fields(row)).Append('\n');
        }
        return lines.ToString();
    }

    private static string[] Fields(CorpusRow row) =>
    [
        row.Kind.ToString().ToLowerInvariant(),
        row.Intent switch
        {
            Intent.None => "-",
            Intent.NotFixed => "not_fixed",
            _ => row.Intent.ToString().ToLowerInvariant(),
        },
        row.Category?.Name() ?? "-",
        row.Topic ?? "-",
        row.Urgency?.Name() ?? "-",
        Flat(row.Location ?? "-"),
        row.Role.ToString().ToLowerInvariant(),
        Flat(row.Sender),
        Flat(PersonalNumbers.Mask(row.Text)),
    ];

    private static string Flat(string text) => text.ReplaceLineEndings("\\n").Replace('\t', ' ');
}
