using System.Security.Cryptography;
using Bot.Channels.Envelopes;
using Bot.Channels.WeCom;
using Bot.Channels.WeCom.Media;
using Bot.Messaging.Pictures;
using Knowledge.Reading.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Tests.Channels.WeCom;

public sealed class MediaFetcherTests : IAsyncLifetime
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];
    private static readonly byte[] Picture = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 31))];

    private FakeGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Address => $"{_gateway.Address}/p#{Convert.ToBase64String(Key)}";

    public async ValueTask InitializeAsync()
    {
        _gateway = await FakeGateway.StartAsync();
        _gateway.Files = http => http.Response.Body.WriteAsync(EnvelopeCipher.Encrypt(Key, Picture)).AsTask();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task It_is_decrypted_with_its_own_key_or_that_of_the_callback()
    {
        using MediaFetcher fetcher = Fetcher(Local);
        (await FetchAsync(fetcher, Address)).ShouldBe(Picture);
        (await FetchAsync(fetcher, Address.TrimEnd('='))).ShouldBe(Picture, "some keys come without their last character");
        (await FetchAsync(fetcher, $"{_gateway.Address}/p")).ShouldBeNull();
        using MediaFetcher called = Fetcher(Local, Convert.ToBase64String(Key).TrimEnd('='));
        (await FetchAsync(called, $"{_gateway.Address}/p")).ShouldBe(Picture);
    }

    [Fact]
    public async Task What_is_too_large_is_not_taken()
    {
        using MediaFetcher fetcher = Fetcher(Local);
        _gateway.Files = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested) { await http.Response.Body.WriteAsync(new byte[64 * 1024], http.RequestAborted); }
        };
        (await FetchAsync(fetcher, Address)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_led_into_the_office()
    {
        using MediaFetcher real = Fetcher(null);
        (await FetchAsync(real, Address)).ShouldBeNull("this machine is no public address");
        (await FetchAsync(real, $"http://[::ffff:169.254.169.254]/#{Convert.ToBase64String(Key)}")).ShouldBeNull();
        bool followed = false;
        using MediaFetcher fetcher = Fetcher(Local);
        _gateway.Files = http =>
        {
            followed |= http.Request.Path == "/inside";
            http.Response.Redirect("/inside");
            return Task.CompletedTask;
        };
        (await FetchAsync(fetcher, Address)).ShouldBeNull();
        followed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("file:///etc/passwd#AAAA")]
    [InlineData("http://a:b@example.org/#AAAA")]
    [InlineData("http://127.0.0.1:1/p#short")]
    public async Task What_is_no_address_or_key_is_nothing(string address)
    {
        using MediaFetcher fetcher = Fetcher(Local);
        (await FetchAsync(fetcher, address)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_changed_or_is_not_encrypted_is_nothing()
    {
        using MediaFetcher fetcher = Fetcher(Local);
        foreach (byte[] bytes in new[] { Picture, [], RandomNumberGenerator.GetBytes(64), EnvelopeCipher.Encrypt(Key, Picture)[..^16] })
        {
            _gateway.Files = http => http.Response.Body.WriteAsync(bytes).AsTask();
            byte[]? taken = await FetchAsync(fetcher, Address);
            (taken is null || !taken.AsSpan().SequenceEqual(Picture)).ShouldBeTrue();
        }
        _gateway.Files = http =>
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        (await FetchAsync(fetcher, Address)).ShouldBeNull();
    }

    private static WebAccess Local => new() { IsAllowed = _ => true, Time = TimeSpan.FromSeconds(10) };

    private static MediaFetcher Fetcher(WebAccess? access, string? ownKey = null) =>
        new(Options.Create(new WeComOptions { EncodingAesKey = ownKey }), access);

    // null for what is given up or tried again
    private static async Task<byte[]?> FetchAsync(MediaFetcher fetcher, string source)
    {
        try
        {
            Picture picture = new() { Name = "1", Channel = fetcher.Channel, Conversation = "群", MessageId = "M1", Source = source };
            return (await fetcher.FetchAsync(picture, Token) as FetchedPicture.Content)?.Bytes;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
