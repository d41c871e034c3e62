using Bot.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>The list as a sheet, and the same sheet back.</summary>
internal static class SheetActs
{
    private const int LargestPost = 8 * 1024 * 1024;

    public static void MapTicketSheets(this RouteGroupBuilder console)
    {
        console.MapGet("/tickets/export", async ([AsParameters] TicketFilter filter, HttpContext http, TicketSheet sheet, CancellationToken token) =>
            await sheet.ExportAsync(filter, http.Scope(), token));
        console.MapGet("/tickets/import", () => Page.Of<ImportPage>(new ImportModel()));
        console.MapPost("/tickets/import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
    }

    private static async Task<IResult> ImportAsync(HttpContext http, TicketImport import, CancellationToken token)
    {
        IFormCollection form = await http.Request.ReadFormAsync(token);
        // Not a parameter: one would refuse the form without a file
        if (form.Files["file"] is not { Length: > 0 } file) { return Page.Of<ImportPage>(new ImportModel(Error: "没有导入：请选一个文件。"), StatusCodes.Status400BadRequest); }
        byte[] bytes = new byte[file.Length];
        await using (Stream content = file.OpenReadStream()) { await content.ReadExactlyAsync(bytes, token); }
        SheetReading reading = SheetReader.Read(bytes);
        if (reading.Problem is { } problem) { return Page.Of<ImportPage>(new ImportModel(Error: $"没有导入：{problem}"), StatusCodes.Status400BadRequest); }
        return reading.Sheets.FirstOrDefault(sheet => sheet.Rows.Count > 0) is { } first
            ? Page.Of<ImportPage>(new ImportModel(await import.TakeAsync(first, http.Scope(), token)))
            : Page.Of<ImportPage>(new ImportModel(Error: "没有导入：表是空的。"), StatusCodes.Status400BadRequest);
    }
}
