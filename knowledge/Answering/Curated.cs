using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>标准答复: an answer that people worded for a question goes before every passage, where that question is asked.</summary>
public static class Curated
{
    /// <summary>How the names of such documents begin.</summary>
    public const string Folder = "标准答复/";
    private const double Alike = 0.8;
    private const int Longest = 90;

    /// <summary>The one asked for in the nearest words; null where none of those found was made for this question.</summary>
    internal static (FoundDocument Found, Chunk Passage)? Find(SearchResult result, Question question)
    {
        QuestionMatter asked = new(question);
        (FoundDocument, Chunk)? best = null;
        double likeness = Alike;
        foreach (FoundDocument found in result.Documents.Where(each => each.Document.Document.Name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            Document document = found.Document.Document;
            DateOnly day = document.Header.Effective ?? DateOnly.MinValue;
            foreach (Chunk passage in found.Passages.Select(each => each.Chunk).Where(passage => passage.Enabled))
            {
                double now = Questions(document, passage).Max(known => QuestionMatter.Of(known, day).Likeness(asked));
                if (now >= likeness) { (best, likeness) = ((found, passage), now); }
            }
        }
        return best;
    }

    /// <summary>The whole answer where it is short enough for the group; null elsewhere.</summary>
    internal static Quote? Whole(Chunk passage)
    {
        string text = string.Join(' ', passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length is 0 or > Longest ? null : new Quote(passage, new Sentence(text, 0, text.Length, IsWhole: true, 0), 1, 1, 1, Fits: true);
    }

    private static IEnumerable<string> Questions(Document document, Chunk passage) =>
        [passage.Headings.Count > 0 ? passage.Headings[^1] : document.Header.Title, .. passage.Questions];
}
