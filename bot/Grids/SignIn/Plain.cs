using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Grids.SignIn;

/// <summary>Pages of one message.</summary>
internal static class Plain
{
    public static RazorComponentResult<PlainPage> Page(string title, string[] lines, string? button = null, bool home = false, int status = StatusCodes.Status200OK) =>
        new(new Dictionary<string, object?>
        {
            [nameof(PlainPage.Title)] = title,
            [nameof(PlainPage.Lines)] = lines,
            [nameof(PlainPage.Button)] = button,
            [nameof(PlainPage.Home)] = home,
        })
        { StatusCode = status };
}
