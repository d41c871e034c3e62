using System.Net;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Hosting;

public sealed class SignInTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_signs_in_once()
    {
        await using BotHost host = await BotHost.StartAsync();
        string link = await host.Get<SignInLinks>().CreateAsync("管理员", Access.Admin, Token);

        HttpResponseMessage first = await host.Client.PostFormAsync(link, link);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        first.Headers.Location!.ToString().ShouldBe("/console");
        string cookie = first.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("bot.session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);

        (await host.NewClient().GetAsync(link, Token)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        await using BotHost host = await BotHost.StartAsync();
        string link = await host.Get<SignInLinks>().CreateAsync("管理员", Access.Admin, Token);
        for (int i = 0; i < 3; i++)
        {
            (await host.NewClient().GetAsync(link, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await host.Client.PostFormAsync(link, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_link_ends_after_thirty_minutes()
    {
        ManualTimeProvider clock = new();
        await using BotHost host = await BotHost.StartAsync(clock: clock);
        string link = await host.Get<SignInLinks>().CreateAsync("管理员", Access.Admin, Token);
        clock.Set(clock.GetUtcNow() + SignInLinks.Lifetime - TimeSpan.FromSeconds(1));
        (await host.Client.GetAsync(link, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        (await host.Client.GetAsync(link, Token)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Only_the_hash_of_a_token_is_stored()
    {
        await using BotHost host = await BotHost.StartAsync();
        string link = await host.Get<SignInLinks>().CreateAsync("管理员", Access.Admin, Token);
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        SignInLink row = await db.Set<SignInLink>().SingleAsync(Token);
        link.ShouldNotContain(row.TokenHash, Case.Insensitive);
        row.TokenHash.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Whoever_is_removed_is_out_on_the_next_request()
    {
        await using BotHost host = await BotHost.StartAsync();
        HttpClient worker = await host.SignInAsync("小孟", Access.Worker);
        (await worker.GetAsync("/photos/none.png", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Get<CommunityStore>().RemovePersonAsync("小孟", Token)).ShouldBeNull();
        (await PostSignOutAsync(worker)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_cookie_does_not_revive_with_the_person()
    {
        await using BotHost host = await BotHost.StartAsync();
        CommunityStore store = host.Get<CommunityStore>();
        Person person = store.Current.PersonNamed("小孟")!;
        HttpClient lost = await host.SignInAsync("小孟", Access.Worker);
        string unused = await host.Get<SignInLinks>().CreateAsync("小孟", Access.Worker, Token);
        (await store.RemovePersonAsync("小孟", Token)).ShouldBeNull();
        (await store.SavePersonAsync(person, Token)).ShouldBeNull();
        (await lost.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Client.GetAsync(unused, Token)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await (await host.SignInAsync("小孟", Access.Worker)).GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_ends_every_copy_of_the_cookie()
    {
        await using BotHost host = await BotHost.StartAsync();
        string link = await host.Get<SignInLinks>().CreateAsync("小孟", Access.Worker, Token);
        HttpClient phone = host.NewClient();
        HttpResponseMessage signedIn = await phone.PostFormAsync(link, link);
        string cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("bot.session=", StringComparison.Ordinal)).Split(';')[0];
        using HttpClient thief = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        (await thief.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await phone.PostFormAsync("/console/more", "/signout")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await thief.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_stranger_cannot_send_much()
    {
        await using BotHost host = await BotHost.StartAsync();
        foreach (string path in new[] { "/signin/x", "/nowhere" })
        {
            using MultipartFormDataContent form = new() { { new ByteArrayContent(new byte[300_000]), "file", "a.bin" } };
            (await host.Client.PostAsync(path, form, Token)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge, path);
        }
    }

    [Fact]
    public async Task A_demoted_administrator_is_none_on_the_next_request()
    {
        await using BotHost host = await BotHost.StartAsync();
        CommunityStore store = host.Get<CommunityStore>();
        (await store.SavePersonAsync(new Person("周敏") { Role = PersonRoles.Admin }, Token)).ShouldBeNull();
        HttpClient admin = await host.SignInAsync("周敏", Access.Admin);
        (await admin.GetAsync("/console/people", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await store.SavePersonAsync(new Person("周敏") { Role = PersonRoles.Grid }, Token)).ShouldBeNull();
        (await admin.GetAsync("/console/people", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await store.SavePersonAsync(new Person("周敏") { Role = PersonRoles.Admin }, Token)).ShouldBeNull();
        (await admin.GetAsync("/console/people", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_resident_gets_nowhere_with_a_link()
    {
        await using BotHost host = await BotHost.StartAsync();
        string link = await host.Get<SignInLinks>().CreateAsync("6号楼王阿姨", Access.Worker, Token);
        (await host.Client.GetAsync(link, Token)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_explanation()
    {
        await using BotHost host = await BotHost.StartAsync();
        HttpRequestMessage request = new(HttpMethod.Get, "/console");
        request.Headers.Add("Accept", "text/html");
        HttpResponseMessage response = await host.Client.SendAsync(request, Token);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldBe("/signin");
        (await host.Client.GetTextAsync("/signin")).ShouldContain("bot admin-link");
    }

    // the guard comes after authorization: whoever is out hears so, whoever is in lacks the token
    private static async Task<HttpStatusCode> PostSignOutAsync(HttpClient client) =>
        (await client.PostAsync("/signout", null, Token)).StatusCode;
}
