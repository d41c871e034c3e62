using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Bot.Grids.SignIn;

/// <summary>The signed-in person as the cookie carries it, checked against the directory at every request.</summary>
internal static class Session
{
    private const string LinkClaim = "link";

    public static ClaimsPrincipal Of(SignInLink link) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, link.Person), new Claim(ClaimTypes.Role, link.Role), new Claim(LinkClaim, link.Id.ToString(CultureInfo.InvariantCulture))],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Id of the link the person signed in through.</summary>
    public static long? LinkOf(ClaimsPrincipal? user) =>
        long.TryParse(user?.FindFirstValue(LinkClaim), CultureInfo.InvariantCulture, out long id) ? id : null;

    /// <summary>Whoever signed out, was removed or demoted since is out now, with every copy of the cookie.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        HttpContext http = context.HttpContext;
        CommunityDirectory directory = http.RequestServices.GetRequiredService<CommunityStore>().Current;
        bool stands = context.Principal?.Identity?.Name is { } name && LinkOf(context.Principal) is { } link
            && Access.MayStay(directory, context.Principal)
            && await http.RequestServices.GetRequiredService<SignInLinks>().IsLiveAsync(link, name, http.RequestAborted);
        if (!stands)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
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
