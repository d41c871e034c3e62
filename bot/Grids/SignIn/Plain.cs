using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Grids.SignIn;

/// <summary>Pages of one message or one form.</summary>
internal static class Plain
{
    public static IResult Page(string title, string[] lines, bool home = false, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<PlainPage>(new Dictionary<string, object?>
        {
            [nameof(PlainPage.Title)] = title,
            [nameof(PlainPage.Lines)] = lines,
            [nameof(PlainPage.Home)] = home,
        })
        { StatusCode = status };

    public static IResult Form(string title, LinkForm form, string? name, string? error, int status, string[] lines, bool office = false) =>
        new RazorComponentResult<PlainPage>(new Dictionary<string, object?>
        {
            [nameof(PlainPage.Title)] = title,
            [nameof(PlainPage.Lines)] = lines,
            [nameof(PlainPage.Form)] = form,
            [nameof(PlainPage.Name)] = name,
            [nameof(PlainPage.Error)] = error,
            [nameof(PlainPage.Office)] = office,
        })
        { StatusCode = status };
}
