using System.Net;
using System.Text.RegularExpressions;
using Tests.Support;

namespace Tests.Channels.WebChat;

public sealed partial class PlaygroundPageTests
{
    private const string Window = "/playground?group=春和苑一网格群&person=3-1-502";
    private static readonly byte[] Png = TestPictures.Png;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_script_a_message_is_sent_and_shown()
    {
        await using BotHost host = await BotHost.StartAsync();
        HttpResponseMessage sent = await SendAsync(host, "楼道灯不亮了 <b>真的</b>");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        string html = await host.Client.GetStringAsync(sent.Headers.Location!.ToString().Split('#')[0], Token);
        string page = WebUtility.HtmlDecode(html);
        page.ShouldContain("楼道灯不亮了 <b>真的</b>");
        html.ShouldNotContain("<b>真的");
        page.ShouldContain("模拟，不会发到真群");
        page.ShouldContain("示例数据");
        page.ShouldContain("正在准备");
        page.ShouldContain("为什么这样答");
        html.ShouldContain("/playground/decisions/1");
        html.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task A_photo_is_kept_under_another_name_with_its_real_type()
    {
        await using BotHost host = await BotHost.StartAsync();
        (await SendAsync(host, "看照片", ("../../evil.html", Png))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        string html = await host.Client.GetStringAsync(Window, Token);
        string photo = Photo().Match(html).Value;
        photo.ShouldNotBeEmpty();
        HttpResponseMessage shown = await host.Client.GetAsync(photo, Token);
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await shown.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Png);
        HttpRequestMessage stranger = new(HttpMethod.Get, photo);
        stranger.Headers.Host = "evil.example";
        (await host.Client.SendAsync(stranger, Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_the_words_stay()
    {
        await using BotHost host = await BotHost.StartAsync();
        HttpResponseMessage refused = await SendAsync(host, "看照片", ("cat.png", "<script>alert(1)</script>"u8.ToArray()));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain("照片“cat.png”不能用");
        page.ShouldContain(">看照片</textarea>");
        byte[] large = new byte[5 * 1024 * 1024 + 1];
        Png.CopyTo(large, 0);
        (await SendAsync(host, "大照片", ("big.png", large))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Too_many_photos_are_refused_before_any_is_written()
    {
        using TempFolder folder = new();
        await using BotHost host = await BotHost.StartAsync(folder.Path);
        HttpResponseMessage refused = await SendAsync(host, "看照片", ("a.png", Png), times: 10);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token)).ShouldContain("一次最多 9 张照片");
        Directory.Exists(Path.Combine(folder.Path, "photos")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/photos/..%2Fbot.db")]
    [InlineData("/photos/bot.db")]
    [InlineData("/photos/0123456789abcdef0123456789abcdef.png")]
    public async Task Only_photos_are_served(string path)
    {
        await using BotHost host = await BotHost.StartAsync();
        (await host.Client.GetAsync(path, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_grid_lead_has_a_private_line_and_a_resident_none()
    {
        await using BotHost host = await BotHost.StartAsync();
        (await host.Client.GetTextAsync("/playground?group=春和苑一网格群&person=陈秀兰&private=true")).ShouldContain("data-conversation=\"私信:陈秀兰\"");
        (await host.Client.GetTextAsync(Window + "&private=true")).ShouldContain("data-conversation=\"春和苑一网格群\"");
    }

    [Fact]
    public async Task The_large_print_stays()
    {
        await using BotHost host = await BotHost.StartAsync();
        (await host.Client.PostFormAsync(Window, "/playground/display", ("large", "true"), ("group", "春和苑一网格群"), ("person", "3-1-502"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await host.Client.GetTextAsync(Window)).ShouldContain("<html lang=\"zh-CN\" class=\"large\">");
    }

    [Fact]
    public async Task Quoting_works_without_script()
    {
        await using BotHost host = await BotHost.StartAsync();
        await SendAsync(host, "电梯又坏了");
        string page = await host.Client.GetTextAsync(Window + "&quote=1");
        page.ShouldContain("引用 3-1-502：电梯又坏了");
    }

    [Fact]
    public async Task An_empty_community_says_how_to_begin()
    {
        await using BotHost host = await BotHost.StartAsync(settings: ("Community:Sample", "false"));
        string page = await host.Client.GetTextAsync("/playground");
        page.ShouldContain("还没有群");
        page.ShouldNotContain("示例数据");
    }

    private static async Task<HttpResponseMessage> SendAsync(BotHost host, string text, (string Name, byte[] Bytes)? photo = null, int times = 1)
    {
        string html = WebUtility.HtmlDecode(await host.Client.GetStringAsync(Window, Token));
        using MultipartFormDataContent form = new()
        {
            { new StringContent(Value(html, "__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(Value(html, "Id")), "Id" },
            { new StringContent("春和苑一网格群"), "Group" },
            { new StringContent("3-1-502"), "Person" },
            { new StringContent("false"), "Private" },
            { new StringContent(text), "Text" },
            { new StringContent(""), "ReplyTo" },
        };
        for (int i = 0; photo is { } file && i < times; i++) { form.Add(new ByteArrayContent(file.Bytes), "photos", file.Name); }
        return await host.Client.PostAsync("/playground/send", form, Token);
    }

    private static string Value(string html, string name) => Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("/photos/[0-9a-f]{32}\\.png")]
    private static partial Regex Photo();
}
