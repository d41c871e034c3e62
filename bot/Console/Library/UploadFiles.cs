using Bot.Answers.Library;

namespace Bot.Console.Library;

/// <summary>Reads the files of one post and those in its zips, each for itself: a bad one never stops the others.</summary>
internal static class UploadFiles
{
    public static async Task<List<UploadResult>> ReadAsync(UploadReader reader, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        List<UploadResult> results = [];
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (IFormFile file in files)
        {
            IReadOnlyList<UploadResult> read = file.Length > reader.LargestFile
                ? [reader.TooLarge(file.FileName, file.Length)]
                : await OneAsync(reader, file, cancellationToken);
            // two drafts of one name would replace each other
            results.AddRange(read.Select(result => result.Document is { } document && !names.TryAdd(document.Name, result.File)
                ? result with { Document = null, Problem = $"和这次传的“{names[document.Name]}”同名，只收了那一份。请改个名字再传" } : result));
        }
        return results;
    }

    private static async Task<IReadOnlyList<UploadResult>> OneAsync(UploadReader reader, IFormFile file, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[file.Length];
        await using Stream content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        // a large file takes seconds
        return await Task.Run(() => reader.ReadAll(file.FileName, bytes, cancellationToken), cancellationToken);
    }
}
