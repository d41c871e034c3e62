using System.IO.Compression;
using System.Net;
using System.Text;
using Knowledge;
using Knowledge.Reading;
using Knowledge.Reading.Web;

namespace Tests.Knowledge.Reading;

public sealed class WebReaderTests : IAsyncLifetime
{
    private readonly WebSite _site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_page_is_read_with_its_title_and_site()
    {
        _site.Answer("/info/1.html", "<html><head><title>停水通知</title></head><body><p>明天停水。</p></body></html>");

        Document document = (await ReadAsync(_site.Address("/info/1.html"))).Document.ShouldNotBeNull();

        document.ShouldBe(new Document("1", new DocumentHeader("停水通知", "site.example"), "明天停水。\n"));
        _site.Asked.ShouldHaveSingleItem().ShouldNotContain("ookie");
    }

    [Fact]
    public async Task A_file_at_an_address_is_read_as_what_it_is()
    {
        _site.Answer("/a", WordFiles.Of(WordFiles.Text("正文在这里。")), "application/octet-stream");
        (await ReadAsync(_site.Address("/a"))).Document.ShouldNotBeNull().Body.ShouldBe("正文在这里。\n");
        _site.Answer("/gbk", CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes("<html><body><p>停水通知</p>"), "text/html; charset=gbk");
        (await ReadAsync(_site.Address("/gbk"))).Document.ShouldNotBeNull().Body.ShouldBe("停水通知\n");
    }

    [Fact]
    public async Task It_is_followed_three_times_and_without_cookies()
    {
        _site.Redirect("/1", "/2");
        _site.Redirect("/2", _site.Address("/3", "other.example"));
        _site.Redirect("/3", "4");
        _site.Answer("/4", "<html><body><p>到了。</p>");

        (await ReadAsync(_site.Address("/1"))).Document.ShouldNotBeNull().Header.Issuer.ShouldBe("other.example");
        _site.Asked.ShouldAllBe(asked => !asked.Contains("ookie"));

        _site.Redirect("/0", "/1");
        (await ReadAsync(_site.Address("/0"))).Fault.ShouldBe(ReadFault.TooManyRedirects);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://site.example/a")]
    [InlineData("gopher://site.example/a")]
    [InlineData("http://name:word@site.example/")]
    [InlineData("//site.example/a")]
    [InlineData("site.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    [InlineData("")]
    public async Task Only_plain_addresses_of_the_web_are_taken(string address)
    {
        (await ReadAsync(address)).Fault.ShouldBe(ReadFault.BadAddress);
        if (address.Contains(':'))
        {
            _site.Redirect("/away", address);
            (await ReadAsync(_site.Address("/away"))).Document.ShouldBeNull();
            _site.Asked.Count.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("169.254.169.254")]
    public async Task Without_the_tests_own_leave_this_machine_is_not_reached(string host)
    {
        using WebReader reader = new(new FileReader());
        foreach (string address in new[] { $"http://{host}/", _site.Address("/", host) })
        {
            (await reader.ReadAsync(address, Token)).Fault.ShouldBe(ReadFault.NotPublic, address);
        }
        _site.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_leads_inside_is_not_followed()
    {
        _site.Redirect("/in", $"http://inside.example:{_site.Port}/secret");
        _site.Answer("/secret", "<p>秘密</p>");
        (await ReadAsync(_site.Address("/in"))).Fault.ShouldBe(ReadFault.NotPublic);
        _site.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_is_asked_once_and_every_address_it_has_must_be_public()
    {
        int times = 0;
        using WebReader turning = new(new FileReader(), new WebAccess
        {
            IsAllowed = end => end.Address.Equals(IPAddress.Loopback),
            Resolve = (_, _) => Task.FromResult<IPAddress[]>(++times == 1 ? [IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")]),
        });
        _site.Answer("/a", "<p>字</p>");
        (await turning.ReadAsync(_site.Address("/a"), Token)).Document.ShouldNotBeNull();
        times.ShouldBe(1);

        using WebReader mixed = new(new FileReader(), new WebAccess { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("1.1.1.1"), IPAddress.Loopback]) });
        (await mixed.ReadAsync("http://site.example/", Token)).Fault.ShouldBe(ReadFault.NotPublic);
    }

    [Fact]
    public async Task What_comes_back_has_a_size_a_type_and_a_time()
    {
        _site.Answer("/large", new string('x', 3_000));
        (await ReadAsync(_site.Address("/large"), new ReadLimits { Bytes = 2_000 })).Fault.ShouldBe(ReadFault.TooLarge);
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true)) { gzip.Write(new byte[1_000_000]); }
        _site.Answer("/bomb", packed.ToArray(), "text/html", more: "Content-Encoding: gzip\r\n");
        (await ReadAsync(_site.Address("/bomb"), new ReadLimits { Bytes = 200_000 })).Fault.ShouldBe(ReadFault.TooLarge);
        _site.Answer("/film", [1, 2, 3], "video/mp4");
        (await ReadAsync(_site.Address("/film"))).Fault.ShouldBe(ReadFault.UnknownKind);
        _site.Answer("/none", "", status: "404 Not Found");
        (await ReadAsync(_site.Address("/none"))).Place.ShouldBe("404");
        (await ReadAsync(_site.Address("/never"))).Fault.ShouldBe(ReadFault.WebTooSlow);
        (await ReadAsync("http://nobody.example/")).Fault.ShouldBe(ReadFault.NoSuchHost);
    }

    private async Task<ReadResult> ReadAsync(string address, ReadLimits? limits = null)
    {
        using WebReader reader = new(new FileReader(limits), new WebAccess
        {
            Time = TimeSpan.FromSeconds(3),
            IsAllowed = end => end.Address.Equals(IPAddress.Loopback) && end.Port == _site.Port,
            Resolve = (host, _) => Task.FromResult<IPAddress[]>(host switch
            {
                "site.example" or "other.example" => [IPAddress.Loopback],
                "inside.example" => [IPAddress.Parse("192.168.1.1")],
                _ => [],
            }),
        });
        return await reader.ReadAsync(address, Token);
    }
}
