using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Grids.SignIn;

/// <summary>Signing in by a one-time link, and out.</summary>
public static class SignInEndpoints
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", Explain).AllowAnonymous();
        routes.MapGet("/signin/{token}", AskAsync).AllowAnonymous();
        routes.MapPost("/signin/{token}", RedeemAsync).AllowAnonymous();
        routes.MapPost("/signout", SignOutAsync).RequireAuthorization(Access.ReaderPolicy);
        return routes;
    }

    private static RazorComponentResult<PlainPage> Explain() => Plain.Page("请用登录链接进入", [
        "这里没有密码。每个人用自己的登录链接进入，链接 30 分钟内有效，只能用一次。",
        "网格员、物业：请管理员在后台“人员”页给您生成一个链接。",
        "管理员：在运行本程序的电脑上执行 bot admin-link（或 dotnet run --project bot -- admin-link），它会打印一个新链接。",
    ]);

    // only a button: a preview of the link, as chats make them, must not use it up
    private static async Task<IResult> AskAsync(string token, SignInLinks links, CommunityStore community, CancellationToken cancellationToken) =>
        await links.FindAsync(token, cancellationToken) is { } link && Access.RoleOf(community.Current, link.Person) is { } role
            ? Plain.Page("登录后台", [$"您将以“{link.Person}”（{PersonRoles.RoleTitle(role)}）的身份登录。"], button: "登录")
            : Spent();

    private static async Task<IResult> RedeemAsync(string token, SignInLinks links, CommunityStore community, HttpContext http, CancellationToken cancellationToken)
    {
        if (await links.RedeemAsync(token, cancellationToken) is not { } link || Access.RoleOf(community.Current, link.Person) is not { } role) { return Spent(); }
        await http.SignInAsync(Scheme, Session.Of(link.Id, link.Person, role), new AuthenticationProperties { IsPersistent = true });
        return TypedResults.LocalRedirect("/console");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInLinks links, CancellationToken cancellationToken)
    {
        if (Session.LinkOf(http.User) is { } link) { await links.EndAsync(link, cancellationToken); }
        await http.SignOutAsync(Scheme);
        return TypedResults.LocalRedirect("/signin");
    }

    private static RazorComponentResult<PlainPage> Spent() => Plain.Page("这个链接不能用了", [
        "登录链接 30 分钟内有效，只能用一次。它可能已经用过，或者过了时间。",
        "请向管理员要一个新的；管理员可在运行本程序的电脑上执行 bot admin-link。",
    ], status: StatusCodes.Status410Gone);
}
