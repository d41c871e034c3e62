using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Console;

/// <summary>A page is a component and the model its query loaded.</summary>
public static class Page
{
    public static RazorComponentResult<T> Of<T>(object model, int status = StatusCodes.Status200OK) where T : IComponent =>
        new(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status };
}
