using Bot.Grids.SignIn.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Bot.Grids.SignIn;

/// <summary>Signing in by a one-time link, a password or the account of the office, and out.</summary>
public static class SignInEndpoints
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", (IOptions<SignInOptions> options) => Ask(null, null, options)).AllowAnonymous();
        routes.MapPost("/signin", ByPasswordAsync).AllowAnonymous();
        routes.MapGet("/signin/{token}", ShowLinkAsync).AllowAnonymous();
        routes.MapPost("/signin/{token}", RedeemAsync).AllowAnonymous();
        routes.MapOidc();
        routes.MapPost("/signout", SignOutAsync).RequireAuthorization(Access.ReaderPolicy);
        return routes;
    }

    private static IResult Ask(string? name, string? error, IOptions<SignInOptions> options) => Plain.Form(
        "登录", LinkForm.Password, name, error, error is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized, [
        "没有密码，或者忘了：请管理员在后台“人员”页给您发一个登录链接，点开就能进。",
        "管理员：在运行本程序的电脑上执行 bot admin-link（或 dotnet run --project bot -- admin-link），它会打印一个新链接。",
    ], office: options.Value.Oidc.IsOn);

    private static async Task<IResult> ByPasswordAsync(
        [FromForm] string? name, [FromForm] string? password, Passwords passwords, CommunityStore community, SignInSessions sessions, SignInRecord record,
        IOptions<SignInOptions> options, HttpContext http, CancellationToken cancellationToken)
    {
        string who = name?.Trim() ?? "";
        if (await passwords.CheckAsync(who, password ?? "", $"{http.Connection.RemoteIpAddress}", cancellationToken))
        {
            return await EnterAsync(http, sessions, community, record, who, SignInWay.Password, link: null, cancellationToken);
        }
        await record.RefusedAsync(who, http, cancellationToken);
        // one answer, whatever was wrong
        return Ask(who, "名字或密码不对。连着错几次要等几分钟才能再试，也可以请管理员发登录链接。", options);
    }

    // only a button: a preview of the link, as chats make them, must not use it up
    private static async Task<IResult> ShowLinkAsync(string token, SignInLinks links, CommunityStore community, CancellationToken cancellationToken) =>
        await links.FindAsync(token, cancellationToken) is { } link && Access.RoleOf(community.Current, link.Person) is { } role
            ? Welcome(link, role, error: null)
            : Spent();

    private static async Task<IResult> RedeemAsync(
        string token, [FromForm] string? password, [FromForm] string? again,
        SignInLinks links, Passwords passwords, SignInSessions sessions, CommunityStore community, SignInRecord record, HttpContext http, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(token, cancellationToken) is not { } found || Access.RoleOf(community.Current, found.Person) is not { } role) { return Spent(); }
        bool chooses = found.Purpose == LinkPurpose.Reset || found.Purpose == LinkPurpose.Invitation && !string.IsNullOrEmpty(password + again);
        if (chooses && passwords.Refusal(found.Person, password, again) is { } refusal) { return Welcome(found, role, refusal); }
        if (await links.RedeemAsync(token, cancellationToken) is not { } link) { return Spent(); }
        if (chooses) { await passwords.SetAsync(link.Person, password!, keptSession: null, cancellationToken); }
        return await EnterAsync(http, sessions, community, record, link.Person, SignInWay.Link, link.Id, cancellationToken);
    }

    internal static async Task<IResult> EnterAsync(
        HttpContext http, SignInSessions sessions, CommunityStore community, SignInRecord record, string person, SignInWay way, long? link, CancellationToken cancellationToken)
    {
        if (Access.RoleOf(community.Current, person) is not { } role) { return Spent(); }
        SignInSession session = await sessions.StartAsync(person, way, link, cancellationToken);
        await http.SignInAsync(Scheme, Session.Of(session.Id, person, role), new AuthenticationProperties { IsPersistent = true });
        await record.EnteredAsync(person, way, http, cancellationToken);
        return TypedResults.LocalRedirect("/console");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInSessions sessions, CancellationToken cancellationToken)
    {
        if (Session.IdOf(http.User) is { } session) { await sessions.EndAsync(session, cancellationToken); }
        await http.SignOutAsync(Scheme);
        return TypedResults.LocalRedirect("/signin");
    }

    private static IResult Welcome(SignInLink link, string role, string? error) => Plain.Form(
        link.Purpose == LinkPurpose.Reset ? "重设密码" : "登录后台",
        link.Purpose switch { LinkPurpose.Reset => LinkForm.NewPassword, LinkPurpose.Invitation => LinkForm.MayChoose, _ => LinkForm.Button },
        name: null, error, error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        [$"您将以“{link.Person}”（{PersonRoles.RoleTitle(role)}）的身份登录。"]);

    private static IResult Spent() => Plain.Page("这个链接不能用了", [
        "登录链接只能用一次，过了时间也会失效（登录 30 分钟，邀请 7 天，重设密码 1 天）。",
        "请向管理员要一个新的；管理员可在运行本程序的电脑上执行 bot admin-link。",
    ], status: StatusCodes.Status410Gone);
}
