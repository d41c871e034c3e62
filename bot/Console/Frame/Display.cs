using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Frame;

/// <summary>The switches of a browser, kept in its cookies: 大字, and single keys.</summary>
public static class Display
{
    private const string Cookie = "bot.large";

    private const string NoKeys = "bot.keys";

    public static bool IsLarge(HttpContext http) => http.Request.Cookies[Cookie] == "1";

    /// <summary>Whether single keys act; some people hit them by mistake and switch them off.</summary>
    public static bool HasKeys(HttpContext http) => http.Request.Cookies[NoKeys] != "0";

    public static RedirectHttpResult Switch(HttpContext http, [FromForm] bool? large, [FromForm] bool? keys, [FromForm] string? back)
    {
        Keep(http, Cookie, large);
        Keep(http, NoKeys, keys);
        return TypedResults.LocalRedirect(Back(back));
    }

    private static void Keep(HttpContext http, string name, bool? on)
    {
        if (on is null) { return; }
        http.Response.Cookies.Append(name, on.Value ? "1" : "0", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
            MaxAge = TimeSpan.FromDays(400),
        });
    }

    /// <summary>An address of the console, whatever a form claims.</summary>
    public static string Back(string? back) =>
        back is not null && back.StartsWith("/console", StringComparison.Ordinal) && !back.Contains("..") && !back.Contains('\\')
            // it goes into a header
            && back.All(letter => letter is > ' ' and < '\x7f')
            ? back
            : "/console";
}
