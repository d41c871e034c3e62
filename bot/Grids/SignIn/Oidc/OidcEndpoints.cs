using Microsoft.Extensions.Options;

namespace Bot.Grids.SignIn.Oidc;

/// <summary>Signing in with the account of the office: to its sign-in service and back.</summary>
internal static class OidcEndpoints
{
    public const string Start = "/signin/oidc";
    private const string Back = Start + "/callback";

    public static void MapOidc(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Start, StartAsync).AllowAnonymous();
        routes.MapGet(Back, FinishAsync).AllowAnonymous();
    }

    private static async Task<IResult> StartAsync(
        OidcTries tries, OidcProvider provider, IOptions<SignInOptions> options, ILogger<OidcProvider> logger, HttpContext http, CancellationToken cancellationToken)
    {
        if (!options.Value.Oidc.IsOn) { return TypedResults.NotFound(); }
        try
        {
            // not by a result: the framework would log the address with all that is in it
            http.Response.Redirect(await provider.AddressAsync(tries.Begin(http), BackOf(http), cancellationToken));
            return TypedResults.Empty;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(logger, e.GetType().Name);
        }
    }

    private static async Task<IResult> FinishAsync(
        string? code, string? state, OidcTries tries, OidcProvider provider, CommunityStore community, SignInSessions sessions, SignInRecord record,
        IOptions<SignInOptions> options, ILogger<OidcProvider> logger, HttpContext http, CancellationToken cancellationToken)
    {
        if (!options.Value.Oidc.IsOn) { return TypedResults.NotFound(); }
        if (tries.Take(http, state) is not { } begun) { return Refuse(logger, "not begun in this browser, too old or used"); }
        if (string.IsNullOrEmpty(code)) { return Refuse(logger, "refused by the service"); }
        string account;
        try
        {
            account = await provider.AccountAsync(begun, code, BackOf(http), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Refuse(logger, e.GetType().Name);
        }
        CommunityDirectory directory = community.Current;
        return directory.People.Where(person => person.Account == account).ToArray() is [{ } only] && Access.RoleOf(directory, only.Name) is not null
            ? await SignInEndpoints.EnterAsync(http, sessions, community, record, only.Name, SignInWay.OpenIdConnect, link: null, cancellationToken)
            : Refuse(logger, "no such account among those who may sign in");
    }

    private static string BackOf(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{Back}";

    // one page, whatever was wrong; what the service said is for nobody to read
    private static IResult Refuse(ILogger logger, string reason)
    {
        logger.OfficeSignInFailed(reason);
        return Plain.Page("没有登录成功", [
            "这次没能用单位账号登录。请回到登录页再试一次，从点按钮到登录完不要超过 10 分钟。",
            "还是不行，请用密码登录，或者请管理员发一个登录链接，并看看“人员”里有没有写上您的单位账号。",
        ], home: true, status: StatusCodes.Status401Unauthorized);
    }
}
