using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Sheets;

/// <summary>Answers a request with an xlsx file.</summary>
public static class SheetFile
{
    /// <summary>Downloads as <c>工单_2026-11-21.xlsx</c>.</summary>
    public static FileStreamHttpResult Answer(string name, DateOnly day, params IReadOnlyList<Sheet> sheets)
    {
        FileStream file = PassingFile.Create();
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
