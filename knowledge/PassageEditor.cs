namespace Knowledge;

/// <summary>
/// What people do to single passages, written as marks into the document's Markdown. Every act answers null where the passage
/// is not there, or where it cannot be done.
/// </summary>
public static class PassageEditor
{
    /// <summary>Longer ones are cut whatever the marks say.</summary>
    public const int LongestPassage = 800;
    private static readonly HeadingChunker Chunker = new();

    /// <summary>Cuts a passage in two.</summary>
    /// <param name="passage">Its number, from 0.</param>
    /// <param name="at">Where the second half begins in the passage's text.</param>
    public static Document? Split(Document document, int passage, int at)
    {
        Passage? found = Find(document, passage);
        if (found is null || at <= 0 || at >= found.Chunk.Text.Length) { return null; }
        string text = document.Text;
        int here = ContentStart(text, found) + at;
        int before = here;
        while (before > 0 && char.IsWhiteSpace(text[before - 1])) { before--; }
        PassageMark[] joins = [.. Marks(document, before, here).Where(mark => mark.Kind == PassageMarkKind.Join)];
        BodyEdit edit = new(document.Body);
        if (!found.Chunk.Enabled) { edit.Insert(here, Comment(PassageMark.OffWord)); }
        edit.Insert(here, Comment(PassageMark.CutWord));
        foreach (PassageMark join in joins) { edit.Remove(join.At); }
        return Changed(document, edit.Apply());
    }

    /// <summary>Puts a passage and the next one together.</summary>
    public static Document? Join(Document document, int passage)
    {
        if (Find(document, passage) is not { } first || Find(document, passage + 1) is not { } second
            || second.End - first.Start > LongestPassage || first.Chunk.Enabled != second.Chunk.Enabled)
        {
            return null;
        }
        BodyEdit edit = new(document.Body);
        foreach (PassageMark mark in Marks(document, first.End, second.Start).Where(mark => mark.Kind is PassageMarkKind.Cut or PassageMarkKind.Off))
        {
            edit.Remove(mark.At);
        }
        edit.Insert(first.End, Comment(PassageMark.JoinWord));
        return Changed(document, edit.Apply());
    }

    /// <summary>Switches a passage on or off.</summary>
    public static Document? Enable(Document document, int passage, bool enabled) =>
        Mark(document, passage, PassageMarkKind.Off, enabled ? null : Comment(PassageMark.OffWord));

    /// <summary>Gives a passage its similar questions, in the place of those it has.</summary>
    public static Document? Ask(Document document, int passage, string questions)
    {
        IReadOnlyList<string> kept = PassageMark.Questionnaire(questions.Replace("--", "—", StringComparison.Ordinal));
        return Mark(document, passage, PassageMarkKind.Asked, kept.Count == 0 ? null : PassageMark.Asked(kept));
    }

    /// <summary>Puts other words in a passage's place; its marks stay.</summary>
    public static Document? Rewrite(Document document, int passage, string text)
    {
        if (Find(document, passage) is not { } found || !text.Any(char.IsLetterOrDigit)) { return null; }
        int start = ContentStart(document.Text, found);
        return Changed(document, document.Body.Remove(start, found.Chunk.Text.Length).Insert(start, text.ReplaceLineEndings("\n").Trim()));
    }

    /// <summary>Where in a passage's text a second half may begin: after sentences and lines.</summary>
    public static IReadOnlyList<int> SplitPoints(Chunk passage)
    {
        List<int> points = [];
        for (int i = 1; i < passage.Text.Length; i++)
        {
            if (passage.Text[i - 1] is '。' or '！' or '？' or '；' or '\n' && !char.IsWhiteSpace(passage.Text[i]) && passage.Text[i] is not ('”' or '）')) { points.Add(i); }
        }
        return points;
    }

    private static Document? Mark(Document document, int passage, PassageMarkKind kind, string? comment)
    {
        if (Find(document, passage) is not { } found) { return null; }
        int after = passage == 0 ? 0 : Find(document, passage - 1)!.End;
        BodyEdit edit = new(document.Body);
        foreach (PassageMark mark in Marks(document, after, found.End).Where(mark => mark.Kind == kind)) { edit.Remove(mark.At); }
        if (comment is not null) { edit.Insert(ContentStart(document.Text, found), comment); }
        return Changed(document, edit.Apply());
    }

    private static Document Changed(Document document, string body) => document with { Body = body };

    private static Passage? Find(Document document, int passage) => passage < 0 ? null : Chunker.Passages(document).ElementAtOrDefault(passage);

    private static IEnumerable<PassageMark> Marks(Document document, int from, int to) =>
        PassageMark.Read(document.Body).Where(mark => mark.At.Start.Value >= from && mark.At.Start.Value < to);

    private static string Comment(string word) => $"<!-- {word} -->";

    private static int ContentStart(string text, Passage passage)
    {
        int start = passage.Start;
        while (start < passage.End && char.IsWhiteSpace(text[start])) { start++; }
        return start;
    }
}
