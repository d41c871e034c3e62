namespace Knowledge.Stores;

/// <summary>A passage as a model for meanings reads it: what it stands under, and its words.</summary>
internal static class PassageText
{
    public static string Of(Document document, Chunk passage) => string.Join('\n',
        [document.Header.Title, .. passage.Headings.Where(heading => heading != document.Header.Title), passage.Text]);
}
