using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Bot.Grids.SignIn;

/// <summary>The signed-in person as the cookie carries it, checked against the directory at every request.</summary>
internal static class Session
{
    public static ClaimsPrincipal Of(SignInLink link) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, link.Person), new Claim(ClaimTypes.Role, link.Role)],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Whoever was removed or demoted since is signed out now.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        CommunityDirectory directory = context.HttpContext.RequestServices.GetRequiredService<CommunityStore>().Current;
        ClaimsPrincipal? user = context.Principal;
        string? allowed = user?.Identity?.Name is { } name ? Access.RoleOf(directory, name) : null;
        bool stands = allowed is not null && (user!.IsInRole(allowed) || allowed == Access.Admin && user.IsInRole(Access.Worker));
        if (!stands)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
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
