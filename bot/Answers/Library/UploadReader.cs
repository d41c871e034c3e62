using Knowledge;
using Knowledge.Reading;
using Knowledge.Reading.Web;

namespace Bot.Answers.Library;

/// <summary>What became of one file, text or address that was brought.</summary>
/// <param name="Problem">Plain words for whoever brought it; null when it was read.</param>
/// <param name="Notes">What was left out, in plain words.</param>
public sealed record UploadResult(string File, Document? Document, string? Problem = null, IReadOnlyList<string>? Notes = null)
{
    /// <summary>Whether what answers now says the same: there is nothing to publish.</summary>
    public bool IsKnown { get; init; }
}

/// <summary>Reads an uploaded file, or says plainly why it cannot be read.</summary>
public sealed class UploadReader(FileReader reader, WebReader web)
{
    public const int MostFiles = 30;

    /// <summary>Of all files of one upload together.</summary>
    public const int LargestPost = 60 * 1024 * 1024;

    private const int LongestName = 80;
    private const int MostFolders = 3;
    private readonly PackedFiles _packed = new(reader.Limits);

    public int LargestFile => reader.Limits.Bytes;

    /// <summary>The file, or every file of a zip.</summary>
    public IReadOnlyList<UploadResult> ReadAll(string file, byte[] bytes, CancellationToken cancellationToken = default)
    {
        if (!PackedFiles.Is(bytes)) { return [Read(file, bytes, cancellationToken)]; }
        (IReadOnlyList<PackedFile> files, ReadFault? fault) = _packed.Read(bytes, cancellationToken);
        string shown = Clean(Path.GetFileName(file.Replace('\\', '/')));
        return fault is not null || files.Count == 0 ? [Result(shown, new ReadResult(null, "") { Fault = fault ?? ReadFault.Empty })]
            : [.. files.Select(each => each.Fault is { } why ? Result(Clean(each.Path.Replace('/', ' ')), new ReadResult(null, "") { Fault = why }) : Read(each.Path, each.Bytes, cancellationToken))];
    }

    public UploadResult Read(string file, byte[] bytes, CancellationToken cancellationToken = default)
    {
        string name = Path.GetFileName(file.Replace('\\', '/'));
        string shown = Clean(name);
        ReadResult read = reader.Read(Clean(Path.GetFileNameWithoutExtension(name)), Path.GetExtension(name), bytes, cancellationToken: cancellationToken);
        return Result(shown, read is { Document: { } document, Identity: { } identity } && Identity(identity) is { } kept ? read with { Document = document with { Name = kept } } : read);
    }

    public UploadResult TooLarge(string file, long length) => Result(Clean(Path.GetFileName(file.Replace('\\', '/'))), reader.TooLarge(length));

    /// <summary>The page or file at that address, named by its title.</summary>
    public async Task<UploadResult> FromWebAsync(string address, CancellationToken cancellationToken)
    {
        ReadResult read = await web.ReadAsync(address, cancellationToken);
        UploadResult result = Result(address, read);
        return result.Document is { } document ? result with { Document = document with { Name = Clean(document.Header.Title) } } : result;
    }

    /// <summary>A name that can stand in an address and in a list.</summary>
    public static string Clean(string name)
    {
        string kept = string.Concat(name.Where(each => !char.IsControl(each) && !IsUnseen(each) && each is not ('/' or '\\'))).Trim().TrimStart('.');
        return kept.Length == 0 ? "文件" : kept.Length <= LongestName ? kept : kept[..LongestName];
    }

    // anybody can write one into a file: only what could be a name here is taken
    private static string? Identity(string wish)
    {
        string[] parts = wish.Split('/');
        return parts.Length <= MostFolders && parts.All(part => part.Length > 0 && Clean(part) == part) ? wish : null;
    }

    // marks of direction make a name look like another one
    private static bool IsUnseen(char sign) => char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate;

    private static UploadResult Result(string file, ReadResult read) => new(
        file, read.Document, read.Document is null ? ReadWords.Problem(read) : null, [.. read.Notes.Select(ReadWords.Note)]);
}
