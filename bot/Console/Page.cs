using Bot.Console.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Console;

/// <summary>A page is a component and the model its query loaded.</summary>
/// <remarks>An endpoint answers with no more than a result: what compiles the endpoints does not see the components.</remarks>
public static class Page
{
    public static IResult Of<T>(object model, int status = StatusCodes.Status200OK) where T : IComponent =>
        new RazorComponentResult<T>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status };

    /// <summary>A part that every page has and asks for anew.</summary>
    /// <param name="back">The page it stands on.</param>
    public static IResult Part<T>(string? back) where T : IComponent =>
        new RazorComponentResult<T>(new Dictionary<string, object?> { ["Back"] = Display.Back(back) });
}
