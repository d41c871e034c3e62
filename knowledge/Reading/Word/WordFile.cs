using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Knowledge.Reading.Word;

/// <summary>docx: headings by their styles, lists and clauses with the numbers that Word counts, tables.</summary>
internal static class WordFile
{
    public static void Read(byte[] file, Transcript transcript, CancellationToken cancellationToken)
    {
        ArchiveGuard.Check(file, transcript.Limits, transcript, cancellationToken);
        using MemoryStream stream = new(file, writable: false);
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, isEditable: false);
        if (document.MainDocumentPart is not { } main) { throw new ReadException(ReadFault.Damaged); }
        WordBlocks blocks = new(transcript, new WordStyles(main.StyleDefinitionsPart?.Styles), new WordNumbers(main.NumberingDefinitionsPart?.Numbering), new WordText(main, transcript));
        // one block of the body at a time: the objects of a whole book would fill the memory
        using OpenXmlReader reader = OpenXmlReader.Create(main);
        for (bool more = ToBody(reader); more; more = reader.ReadNextSibling())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.LoadCurrentElement() is { } block) { blocks.Write(block); }
        }
        int comments = main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0;
        if (comments > 0) { transcript.LeaveOut(ReadNoteKind.Comments, comments); }
        transcript.Title ??= PropertyTitle(document);
    }

    private static bool ToBody(OpenXmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Body)) { return reader.ReadFirstChild(); }
        }
        return false;
    }

    // programs put names of files and templates there
    private static string? PropertyTitle(WordprocessingDocument document)
    {
        string title = Wording.Line(document.PackageProperties.Title ?? "");
        return Wording.HasWords(title) && !title.Contains('.', StringComparison.Ordinal)
            && !title.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase) && !title.Contains("PowerPoint", StringComparison.OrdinalIgnoreCase) ? title : null;
    }
}
