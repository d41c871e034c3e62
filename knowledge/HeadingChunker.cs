namespace Knowledge;

/// <summary>
/// Cuts a document at its headings and numbered rules (第X章, 第X条), and what is longer than <paramref name="longest"/> characters
/// between blocks (paragraphs, items, lists, tables). A block much longer than that is cut between its lines and sentences.
/// Comments in the text cut, join, switch off and ask.
/// </summary>
public sealed class HeadingChunker(int longest = HeadingChunker.DefaultLongest)
{
    private const int DefaultLongest = 400;

    private static readonly char[] Ends = ['。', '！', '？', '；', '\n'];

    /// <summary>The passages in their order; none for an empty document.</summary>
    public IEnumerable<Chunk> Cut(Document document) => Passages(document).Select(passage => passage.Chunk);

    /// <summary>The same with their places in the text.</summary>
    internal IEnumerable<Passage> Passages(Document document)
    {
        string text = document.Text;
        MarkQueue marks = new(document.Body);
        List<MarkdownBlock> path = [];
        Draft? open = null;
        foreach (MarkdownBlock block in MarkdownBlocks.Read(text))
        {
            marks.AdvanceTo(block.Start);
            if (open is not null && (block.Level > 0 ? marks.EndsSection : marks.EndsPassage(block.End - open.Start > longest)))
            {
                foreach (Passage passage in Pieces(document.Name, text, open)) { yield return passage; }
                open = null;
            }
            if (block.Level > 0)
            {
                path.RemoveAll(outer => outer.Level >= block.Level);
                path.Add(block);
                continue;
            }
            open ??= new Draft([.. path.Select(heading => heading.Heading)], block.Start);
            open.Extend(block.End, marks.Take());
        }
        if (open is not null)
        {
            foreach (Passage passage in Pieces(document.Name, text, open)) { yield return passage; }
        }
    }

    private IEnumerable<Passage> Pieces(string name, string text, Draft draft)
    {
        Chunk chunk = new(name, draft.Headings, "") { Questions = draft.Questions, Enabled = !draft.IsOff };
        int start = draft.Start;
        while (draft.End - start > longest * 2)
        {
            int cut = text.LastIndexOfAny(Ends, start + longest - 1, longest) + 1;
            cut = cut > start + (longest / 4) ? cut : start + longest;
            // never between the two halves of one character
            cut += char.IsLowSurrogate(text[cut]) ? 1 : 0;
            yield return new Passage(chunk with { Text = text[start..cut].Trim() }, start, cut);
            // what was marked is the first piece
            chunk = chunk with { Questions = [], Enabled = true };
            start = cut;
        }
        yield return new Passage(chunk with { Text = text[start..draft.End].Trim() }, start, draft.End);
    }

    /// <summary>A passage while it grows.</summary>
    private sealed class Draft(IReadOnlyList<string> headings, int start)
    {
        public IReadOnlyList<string> Headings => headings;

        public int Start => start;

        public int End { get; private set; }

        public List<string> Questions { get; } = [];

        public bool IsOff { get; private set; }

        public void Extend(int end, IReadOnlyList<PassageMark> marks)
        {
            End = end;
            IsOff |= marks.Any(mark => mark.Kind == PassageMarkKind.Off);
            Questions.AddRange(marks.SelectMany(mark => mark.Questions).Except(Questions));
        }
    }
}
