using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Frame;

/// <summary>The 大字 switch, kept in a cookie of the browser.</summary>
public static class Display
{
    private const string Cookie = "bot.large";

    public static bool IsLarge(HttpContext http) => http.Request.Cookies[Cookie] == "1";

    public static RedirectHttpResult Switch(HttpContext http, [FromForm] bool large, [FromForm] string? back)
    {
        http.Response.Cookies.Append(Cookie, large ? "1" : "0", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
            MaxAge = TimeSpan.FromDays(400),
        });
        return TypedResults.LocalRedirect(Back(back));
    }

    /// <summary>An address of the console, whatever a form claims.</summary>
    public static string Back(string? back) =>
        back is not null && back.StartsWith("/console", StringComparison.Ordinal) && !back.Contains("..") && !back.Contains('\\')
            // it goes into a header
            && back.All(letter => letter is > ' ' and < '\x7f')
            ? back
            : "/console";
}
