using System.Net;
using System.Net.Http.Json;
using System.Text;
using Bot.Grids.SignIn;
using Tests.Support;

namespace Tests.Hosting;

public sealed class CrossSiteTests
{
    private const string Messages = "/playground/api/messages";
    private static readonly object Post = new { group = "春和苑一网格群", person = "6号楼王阿姨", text = "在吗" };

    [Fact]
    public async Task A_program_on_this_machine_may_post()
    {
        await using BotHost host = await BotHost.StartAsync();
        (await host.Client.PostAsJsonAsync(Messages, Post, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Host", "evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("Host", "127.0.0.1.evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("X-Forwarded-For", "203.0.113.9", HttpStatusCode.Unauthorized)]
    public async Task Another_site_may_not(string header, string value, HttpStatusCode refused)
    {
        await using BotHost host = await BotHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, Messages) { Content = JsonContent.Create(Post) };
        request.Headers.TryAddWithoutValidation(header, value);
        (await host.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(refused);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_a_form_of_another_site_can_send_is_refused(string contentType)
    {
        await using BotHost host = await BotHost.StartAsync();
        foreach (string path in new[] { Messages, "/playground/send", "/playground/example" })
        {
            using StringContent content = new("{}", Encoding.UTF8);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            (await host.Client.PostAsync(path, content, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task The_token_of_another_browser_does_not_count()
    {
        await using BotHost host = await BotHost.StartAsync();
        HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        HttpResponseMessage own = await admin.PostFormAsync("/playground", "/signout");
        own.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        HttpClient again = await host.SignInAsync("管理员", Access.Admin);
        (await again.PostAsync("/signout", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", "made-up")]), TestContext.Current.CancellationToken))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
