using System.Text;
using Bot.Console.Parts;
using Bot.Grids.Holidays;
using Bot.Grids.SignIn;
using Bot.Tickets.Deadlines;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Deadlines;

/// <summary>时限: how soon a person must have spoken and the matter be done, and on which days the office works.</summary>
internal static class DeadlineEndpoints
{
    private const string Home = "/console/deadlines";
    private const int LongestKept = HolidayNotice.MaxLength;

    public static void MapDeadlines(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/deadlines").RequireAuthorization(Access.CommunityPolicy);
        pages.MapGet("", (DeadlinesQuery query) => Page.Of<DeadlinesPage>(query.Load()));
        pages.MapPost("", SaveAsync);
        pages.MapPost("/restore", RestoreAsync);
        pages.MapPost("/holidays", SaveHolidaysAsync);
    }

    private static async Task<IResult> SaveAsync(
        IFormCollection form, HttpContext http, DeadlinesQuery query, DeadlineStore store, LocalTime time, CancellationToken cancellationToken)
    {
        Dictionary<string, string> written = DeadlineField.All.ToDictionary(field => field.Name, field => form[field.Name].ToString());
        bool workingTime = form["workingTime"] == "true";
        string until = form["extremeUntil"].ToString();
        if (DeadlineRules.Read(written, workingTime, until, time.Day(time.Now), out IReadOnlyDictionary<string, string> errors) is not { } preset)
        {
            return Page.Of<DeadlinesPage>(
                query.Load() with { Written = written, WorkingTime = workingTime, ExtremeUntil = until, Errors = errors }, StatusCodes.Status400BadRequest);
        }
        await store.SaveAsync(preset, http.Person(), cancellationToken);
        return Acts.Done(http, "时限已保存，从现在起新立的工单按它算，已经答应的时间不变。", Home);
    }

    private static async Task<IResult> RestoreAsync(
        [FromForm] bool? sure, HttpContext http, DeadlineStore store, CancellationToken cancellationToken)
    {
        if (sure is not true) { return Acts.NotDone(http, "没有恢复：请先勾上“换回默认的时限”。", Home); }
        await store.RestoreAsync(cancellationToken);
        return Acts.Done(http, "已恢复默认时限。", Home);
    }

    private static async Task<IResult> SaveHolidaysAsync(
        IFormCollection form, HttpContext http, DeadlinesQuery query, HolidayStore store, CancellationToken cancellationToken)
    {
        (string year, string text) = (form["year"].ToString(), form["text"].ToString());
        if (string.IsNullOrWhiteSpace(text) && form.Files["file"] is { Length: > 0 and <= 4 * LongestKept } file)
        {
            using StreamReader reader = new(file.OpenReadStream(), Encoding.UTF8);
            text = await reader.ReadToEndAsync(cancellationToken);
        }
        IReadOnlyList<string> errors = !int.TryParse(year.Trim(), out int number) ? ["年份请写成2027这样"]
            : string.IsNullOrWhiteSpace(text) ? ["请把放假安排贴进来，或者选一个文本文件"]
            : await store.SaveAsync(number, text, http.Person(), cancellationToken);
        if (errors.Count == 0) { return Acts.Done(http, $"{number}年放假安排已录入。", $"{Home}#holidays"); }
        DeadlinesModel model = query.Load();
        string? kept = text.Length <= LongestKept ? text : null;
        return Page.Of<DeadlinesPage>(
            model with { Holidays = model.Holidays with { Year = number > 0 ? number : model.Holidays.Year, Text = kept, Errors = errors } }, StatusCodes.Status400BadRequest);
    }
}
