using Bot.Grids;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Account;

/// <param name="Browsers">In how many browsers the person is signed in.</param>
public sealed record AccountModel(string Person, string Role, bool HasPassword, int Browsers, string? Error = null);

/// <summary>我的账号: one's own password, and signing out everywhere else.</summary>
internal static class AccountEndpoints
{
    private const string Address = "/console/account";

    public static void MapAccount(this RouteGroupBuilder console)
    {
        RouteGroupBuilder account = console.MapGroup("/account");
        account.MapGet("", async (HttpContext http, Passwords passwords, SignInSessions sessions, CommunityStore community, CancellationToken cancellationToken) =>
            Page.Of<AccountPage>(await LoadAsync(http, passwords, sessions, community, cancellationToken)));
        account.MapPost("/password", ChangeAsync).AsReader();
        account.MapPost("/elsewhere", EndElsewhereAsync).AsReader();
    }

    private static async Task<IResult> ChangeAsync(
        [FromForm] string? current, [FromForm] string? password, [FromForm] string? again,
        HttpContext http, Passwords passwords, SignInSessions sessions, CommunityStore community, CancellationToken cancellationToken)
    {
        string me = http.Person();
        string? error = await passwords.HasAsync(me, cancellationToken) && !await passwords.CheckAsync(me, current ?? "", $"{http.Connection.RemoteIpAddress}", cancellationToken)
            ? "现在的密码不对"
            : passwords.Refusal(me, password, again);
        if (error is not null)
        {
            return Page.Of<AccountPage>(await LoadAsync(http, passwords, sessions, community, cancellationToken) with { Error = $"没有保存：{error}。" }, StatusCodes.Status400BadRequest);
        }
        await passwords.SetAsync(me, password!, Session.IdOf(http.User), cancellationToken);
        return Acts.Done(http, "新密码已保存，别处的登录都退出了。", Address);
    }

    private static async Task<IResult> EndElsewhereAsync(HttpContext http, SignInSessions sessions, CancellationToken cancellationToken) =>
        Acts.Done(http, $"别处的{await sessions.EndAllAsync(http.Person(), Session.IdOf(http.User), cancellationToken)}个登录都退出了。", Address);

    private static async Task<AccountModel> LoadAsync(
        HttpContext http, Passwords passwords, SignInSessions sessions, CommunityStore community, CancellationToken cancellationToken)
    {
        string me = http.Person();
        return new AccountModel(
            me,
            PersonRoles.RoleTitle(Access.RoleOf(community.Current, me) ?? ""),
            await passwords.HasAsync(me, cancellationToken),
            await sessions.CountAsync(me, cancellationToken));
    }
}
