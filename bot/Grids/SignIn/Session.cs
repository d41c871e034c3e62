using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Bot.Grids.SignIn;

/// <summary>The signed-in person as the cookie carries it, checked against the directory at every request.</summary>
internal static class Session
{
    private const string IdClaim = "session";

    /// <param name="role">What the person is now. The cookie carries it too, but nobody believes it.</param>
    public static ClaimsPrincipal Of(long session, string person, string role) => new(new ClaimsIdentity(
        [
            // forms stay good when the role changes
            new Claim(ClaimTypes.NameIdentifier, person, ClaimValueTypes.String, "bot"),
            new Claim(ClaimTypes.Name, person),
            new Claim(ClaimTypes.Role, role),
            new Claim(IdClaim, session.ToString(CultureInfo.InvariantCulture)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Number of the session.</summary>
    public static long? IdOf(ClaimsPrincipal? user) =>
        long.TryParse(user?.FindFirstValue(IdClaim), CultureInfo.InvariantCulture, out long id) ? id : null;

    /// <summary>Whoever signed out or was removed since is out now, with every copy of the cookie; whose role changed has the new one.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        HttpContext http = context.HttpContext;
        CommunityDirectory directory = http.RequestServices.GetRequiredService<CommunityStore>().Current;
        if (context.Principal?.Identity?.Name is { } name && IdOf(context.Principal) is { } session
            && Access.RoleOf(directory, name) is { } role
            && await http.RequestServices.GetRequiredService<SignInSessions>().IsLiveAsync(session, name, isUse: true, http.RequestAborted))
        {
            context.ReplacePrincipal(Of(session, name, role));
            return;
        }
        context.RejectPrincipal();
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>A page leads to the explanation, anything else gets the bare status.</summary>
    public static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        bool isPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (isPage && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect("/signin");
        }
        else
        {
            context.Response.StatusCode = status;
        }
        return Task.CompletedTask;
    }
}
