using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Sheets;

/// <summary>Answers a request with an xlsx file.</summary>
public static class SheetFile
{
    /// <summary>Downloads as <c>工单_2026-11-21.xlsx</c>. The file is made on disk, so that a long one does not lie in memory, and is gone when sent.</summary>
    public static FileStreamHttpResult Answer(string name, DateOnly day, params IReadOnlyList<Sheet> sheets)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
        FileStream file = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        try
        {
            SheetWriter.Write(file, sheets);
            file.Position = 0;
            return TypedResults.File(file, SheetWriter.ContentType, $"{name}_{day:yyyy-MM-dd}.xlsx");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
