using System.Net;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Grids.SignIn.Oidc;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Hosting;

public sealed class OidcTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_the_office_knows_and_the_directory_too_gets_in()
    {
        await using OidcStub office = await OidcStub.StartAsync();
        await using BotHost host = await StartAsync(office);
        (await host.Client.GetTextAsync("/signin")).ShouldContain("用单位账号登录");
        HttpResponseMessage sent = await host.Client.GetAsync("/signin/oidc", Token);
        string cookie = sent.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("bot.oidc=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        HttpResponseMessage back = await host.Client.GetAsync(office.Agree(sent.Headers.Location!), Token);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        back.Headers.Location!.ToString().ShouldBe("/console");
        (await host.Client.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        SignInSession session = await db.Set<SignInSession>().SingleAsync(Token);
        (session.Person, session.Way).ShouldBe(("小孟", SignInWay.OpenIdConnect));
    }

    [Fact]
    public async Task Without_a_service_there_is_no_such_way()
    {
        await using BotHost host = await BotHost.StartAsync();
        (await host.Client.GetTextAsync("/signin")).ShouldNotContain("单位账号");
        (await host.Client.GetAsync("/signin/oidc", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.GetAsync("/signin/oidc/callback?code=a&state=b", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_wrong_token_lets_anybody_in()
    {
        await using OidcStub office = await OidcStub.StartAsync();
        await using BotHost host = await StartAsync(office);
        (string Name, Action<Dictionary<string, object>> Lie)[] lies =
        [
            ("nonce", claims => claims["nonce"] = "another"),
            ("no nonce", claims => claims.Remove("nonce")),
            ("audience", claims => claims["aud"] = "another"),
            ("issuer", claims => claims["iss"] = "http://127.0.0.1:1"),
            ("expired", claims => (claims["nbf"], claims["exp"]) = ((long)claims["iat"] - 900, (long)claims["iat"] - 600)),
            ("no expiry", claims => claims.Remove("exp")),
            ("no account", claims => claims.Remove("preferred_username")),
            ("two accounts", claims => claims["preferred_username"] = new[] { "xiaomeng", "wang" }),
        ];
        foreach ((string name, Action<Dictionary<string, object>> lie) in lies)
        {
            office.Lie = lie;
            await RefusedAsync(host, await ReturnAsync(host, office), name);
        }
        office.Lie = _ => { };
        foreach (Func<string, string> forge in new Func<string, string>[] { OidcStub.Unsigned, OidcStub.Foreign, token => token[..^8], _ => "no token" })
        {
            office.Forge = forge;
            await RefusedAsync(host, await ReturnAsync(host, office), forge.Method.Name);
        }
        office.Forge = token => token;
        (await ReturnAsync(host, office)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("wang")]
    [InlineData("小孟")]
    [InlineData("XIAOMENG")]
    public async Task Nobody_unknown_and_no_resident_gets_in(string account)
    {
        await using OidcStub office = await OidcStub.StartAsync();
        await using BotHost host = await StartAsync(office);
        office.Account = account;
        await RefusedAsync(host, await ReturnAsync(host, office), account);
    }

    [Fact]
    public async Task A_way_back_is_good_once_in_one_browser_for_ten_minutes()
    {
        ManualTimeProvider clock = new();
        await using OidcStub office = await OidcStub.StartAsync();
        await using BotHost host = await StartAsync(office, clock);
        HttpResponseMessage sent = await host.Client.GetAsync("/signin/oidc", Token);
        string cookie = sent.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await RefusedAsync(host, await host.NewClient().GetAsync(office.Agree(sent.Headers.Location!), Token), "another browser");
        HttpClient other = host.NewClient();
        await other.GetAsync("/signin/oidc", Token);
        await RefusedAsync(host, await other.GetAsync(office.Agree(sent.Headers.Location!), Token), "state of another browser");
        await RefusedAsync(host, await other.GetAsync("/signin/oidc/callback?error=access_denied&error_description=office-words", Token), "said no");
        office.Exchanges.ShouldBe(0);

        (await host.Client.GetAsync(office.Agree(sent.Headers.Location!), Token)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using HttpRequestMessage replay = new(HttpMethod.Get, office.Agree(sent.Headers.Location!)) { Headers = { { "Cookie", cookie } } };
        using HttpClient thief = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        await RefusedAsync(host, await thief.SendAsync(replay, Token), "replayed");

        HttpResponseMessage late = await other.GetAsync("/signin/oidc", Token);
        clock.Set(clock.GetUtcNow() + OidcTries.Lifetime);
        await RefusedAsync(host, await other.GetAsync(office.Agree(late.Headers.Location!), Token), "late");
        office.Exchanges.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_floods_or_is_down_lets_nobody_in()
    {
        await using OidcStub office = await OidcStub.StartAsync();
        await using BotHost host = await StartAsync(office);
        office.Floods = true;
        await RefusedAsync(host, await ReturnAsync(host, office), "huge");
        string back = office.Agree((await host.Client.GetAsync("/signin/oidc", Token)).Headers.Location!);
        await office.StopAsync();
        await RefusedAsync(host, await host.Client.GetAsync(back, Token), "down on the way back");
        await using BotHost late = await BotHost.StartAsync(settings: [("SignIn:Oidc:Authority", "http://127.0.0.1:1"), ("SignIn:Oidc:ClientId", "x")]);
        await RefusedAsync(late, await late.Client.GetAsync("/signin/oidc", Token), "down from the start");
    }

    [Fact]
    public async Task Neither_secret_nor_token_is_logged_even_at_trace()
    {
        using TempFolder folder = new();
        await using OidcStub office = await OidcStub.StartAsync();
        await using (BotHost host = await StartAsync(office, folder: folder.Path, settings: [("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace")]))
        {
            (await ReturnAsync(host, office)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            office.Forge = OidcStub.Foreign;
            await RefusedAsync(host, await ReturnAsync(host, office), "forged");
        }
        string log = string.Concat(Directory.GetFiles(Path.Combine(folder.Path, "logs")).Select(File.ReadAllText));
        log.ShouldContain("Sign-in with an account of the office failed");
        log.ShouldContain("/signin/****");
        office.Tokens.Count.ShouldBe(8);
        foreach (string secret in office.Tokens.Append(OidcStub.Secret)) { log.Contains(secret, StringComparison.Ordinal).ShouldBeFalse(secret); }
    }

    [Theory]
    [InlineData("http://login.example.org", false)]
    [InlineData("https://user:pass@login.example.org", false)]
    [InlineData("https://login.example.org?a=b", false)]
    [InlineData("login.example.org", false)]
    [InlineData("https://login.example.org/realms/office", true)]
    [InlineData("http://localhost:8080", true)]
    public void Only_an_encrypted_address_or_this_machine_is_taken(string address, bool good) => new OidcAddressAttribute().IsValid(address).ShouldBe(good);

    private static async Task<BotHost> StartAsync(OidcStub office, TimeProvider? clock = null, string? folder = null, params (string Key, string Value)[] settings)
    {
        BotHost host = await BotHost.StartAsync(folder, clock, settings: [.. office.Settings, .. settings]);
        CommunityStore store = host.Get<CommunityStore>();
        (await store.SavePersonAsync(store.Current.PersonNamed("小孟")! with { Account = "xiaomeng" }, Token)).ShouldBeNull();
        (await store.SavePersonAsync(new Person("王阿姨") { Account = "wang" }, Token)).ShouldBeNull();
        return host;
    }

    private static async Task<HttpResponseMessage> ReturnAsync(BotHost host, OidcStub office)
    {
        HttpClient client = host.NewClient();
        HttpResponseMessage sent = await client.GetAsync("/signin/oidc", Token);
        return await client.GetAsync(office.Agree(sent.Headers.Location!), Token);
    }

    private static async Task RefusedAsync(BotHost host, HttpResponseMessage answer, string why)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, why);
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        page.ShouldContain("没有登录成功");
        page.ShouldNotContain("office-words");
        page.ShouldNotContain("IDX");
        (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : []).ShouldNotContain(value => value.StartsWith("bot.session=", StringComparison.Ordinal), why);
    }
}
