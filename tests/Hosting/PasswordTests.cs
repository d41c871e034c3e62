using System.Net;
using Bot.Grids.SignIn;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Hosting;

public sealed class PasswordTests
{
    private const string Good = "槐树下第三张长椅";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_lasts_seven_days_and_lets_one_choose_a_password()
    {
        ManualTimeProvider clock = new();
        await using BotHost host = await BotHost.StartAsync(clock: clock);
        string link = await host.Get<SignInLinks>().CreateAsync("小孟", "grid", LinkPurpose.Invitation, Token);
        clock.Set(clock.GetUtcNow() + SignInLinks.InvitationLifetime - TimeSpan.FromMinutes(1));
        (await host.Client.PostFormAsync(link, link, ("password", "12345678"), ("again", "12345678"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await host.Client.PostFormAsync(link, link, ("password", Good), ("again", Good))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SignInAsync(host.NewClient(), "小孟", Good)).ShouldBe(HttpStatusCode.Redirect);
        (await host.NewClient().GetAsync(link, Token)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        (await db.Set<PersonPassword>().SingleAsync(Token)).Hash.ShouldNotContain(Good);
    }

    [Fact]
    public async Task Who_guesses_waits_longer_each_time_and_hears_the_same_for_every_name()
    {
        ManualTimeProvider clock = new();
        await using BotHost host = await BotHost.StartAsync(clock: clock);
        await host.Get<Passwords>().SetAsync("小孟", Good, null, Token);
        string[] answers = [await AnswerAsync(host, "小孟"), await AnswerAsync(host, "没有这个人"), await AnswerAsync(host, "6号楼王阿姨")];
        answers.Distinct().Count().ShouldBe(1);
        for (int i = 0; i < 4; i++) { (await SignInAsync(host.Client, "小孟", "错的")).ShouldBe(HttpStatusCode.Unauthorized); }
        (await SignInAsync(host.Client, "小孟", Good)).ShouldBe(HttpStatusCode.Unauthorized);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromSeconds(61));
        (await SignInAsync(host.Client, "小孟", "错的")).ShouldBe(HttpStatusCode.Unauthorized);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromSeconds(61));
        (await SignInAsync(host.Client, "小孟", Good)).ShouldBe(HttpStatusCode.Unauthorized);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromSeconds(61));
        (await SignInAsync(host.Client, "小孟", Good)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("12345678")]
    [InlineData("87654321")]
    [InlineData("aaaaaaaa")]
    [InlineData("Password123")]
    [InlineData("woaini1314")]
    [InlineData("小孟的密码就是它")]
    public async Task What_anybody_would_guess_is_refused(string password)
    {
        await using BotHost host = await BotHost.StartAsync();
        host.Get<Passwords>().Refusal("小孟", password, password).ShouldNotBeNull();
        host.Get<Passwords>().Refusal("小孟", Good, Good).ShouldBeNull();
        host.Get<Passwords>().Refusal("小孟", Good, Good + "吗").ShouldBe("两次写的不一样");
    }

    [Fact]
    public async Task A_chosen_password_ends_the_links_sent_before_it()
    {
        await using BotHost host = await BotHost.StartAsync();
        string earlier = await host.Get<SignInLinks>().CreateAsync("小孟", "grid", LinkPurpose.Invitation, Token);
        string later = await host.Get<SignInLinks>().CreateAsync("小孟", "grid", LinkPurpose.Invitation, Token);
        (await host.Client.PostFormAsync(later, later, ("password", Good), ("again", Good))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await host.NewClient().GetAsync(earlier, Token)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task An_address_that_must_wait_locks_nobody_out()
    {
        ManualTimeProvider clock = new();
        await using BotHost host = await BotHost.StartAsync(clock: clock, settings: [("SignIn:TriesPerAddress", "3"), ("SignIn:TriesPerPerson", "5")]);
        await host.Get<Passwords>().SetAsync("小孟", Good, null, Token);
        for (int i = 0; i < 12; i++) { (await host.Get<Passwords>().CheckAsync("小孟", "错的", "203.0.113.9", Token)).ShouldBeFalse(); }
        (await host.Get<Passwords>().CheckAsync("小孟", Good, "203.0.113.10", Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_ends_by_idling_and_in_the_end_also_when_used()
    {
        ManualTimeProvider clock = new();
        await using BotHost host = await BotHost.StartAsync(clock: clock);
        HttpClient idle = await host.SignInAsync("小孟", "grid");
        HttpClient busy = await host.SignInAsync("小孟", "grid");
        for (int hours = 0; hours < 13 * 24; hours += 11)
        {
            clock.Set(clock.GetUtcNow() + TimeSpan.FromHours(11));
            (await busy.GetAsync("/console/more", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await idle.GetAsync("/console/more", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromHours(11));
        await busy.GetAsync("/console/more", Token);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromHours(11));
        await busy.GetAsync("/console/more", Token);
        clock.Set(clock.GetUtcNow() + TimeSpan.FromHours(11));
        (await busy.GetAsync("/console/more", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_changed_password_and_a_reset_end_other_sessions()
    {
        await using BotHost host = await BotHost.StartAsync();
        HttpClient phone = await host.SignInAsync("小孟", "grid");
        HttpClient desk = await host.SignInAsync("小孟", "grid");
        (await phone.PostFormAsync("/console/account", "/console/account/password", ("password", Good), ("again", Good))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await phone.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await desk.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await phone.PostFormAsync("/console/account", "/console/account/password", ("current", "错的"), ("password", Good + "二"), ("again", Good + "二"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        HttpClient admin = await host.SignInAsync("管理员", "admin");
        HttpResponseMessage reset = await admin.PostFormAsync("/console/people", "/console/people/reset", ("person", "小孟"));
        string link = System.Text.RegularExpressions.Regex.Match(await reset.Content.ReadAsStringAsync(Token), "/signin/[A-Za-z0-9_-]{40,}").Value;
        (await phone.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(host.NewClient(), "小孟", Good)).ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Client.PostFormAsync(link, link)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await host.Client.PostFormAsync(link, link, ("password", Good + "三"), ("again", Good + "三"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await host.Client.GetAsync("/console", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> SignInAsync(HttpClient client, string name, string password) =>
        (await client.PostFormAsync("/signin", "/signin", ("name", name), ("password", password))).StatusCode;

    private static async Task<string> AnswerAsync(BotHost host, string name)
    {
        HttpResponseMessage response = await host.NewClient().PostFormAsync("/signin", "/signin", ("name", name), ("password", "错的"));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        string page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));
        return System.Text.RegularExpressions.Regex.Replace(page.Replace(name, ""), "value=\"[^\"]*\"", "");
    }
}
