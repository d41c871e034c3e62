using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Console.Frame;

/// <summary>One line carried over a redirect: what was done, or why it was not.</summary>
/// <param name="Undo">Where a post takes it back; null when it cannot be.</param>
/// <param name="UndoWord">What the button says; null for 撤销.</param>
public sealed record Toast(string Text, bool Bad, string? Undo = null, string? UndoWord = null)
{
    private const string Cookie = "bot.toast";

    public static void Leave(HttpContext http, string text, bool bad = false, string? undo = null, string? undoWord = null) =>
        http.Response.Cookies.Append(
            Cookie, (bad ? "1" : "0") + WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{text}\n{undo}\n{undoWord}")), Options(http));

    /// <summary>Takes it, so that it shows once.</summary>
    public static Toast? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 1 } value) { return null; }
        http.Response.Cookies.Delete(Cookie, Options(http));
        try
        {
            string[] parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(value[1..])).Split('\n', 3);
            string? undo = parts.Length > 1 && parts[1].StartsWith("/console/", StringComparison.Ordinal) ? parts[1] : null;
            return new Toast(parts[0], value[0] == '1', undo, parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/console",
        MaxAge = TimeSpan.FromMinutes(1),
    };
}
