using System.Security.Cryptography;
using Bot.Channels.Envelopes;
using Bot.Channels.WeCom;
using Bot.Channels.WeCom.Media;
using Knowledge.Reading.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
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
        (await fetcher.FetchAsync(Address, 100_000, Token)).ShouldBe(Picture);
        (await fetcher.FetchAsync(Address.TrimEnd('='), 70_000, Token)).ShouldBe(Picture, "some keys come without their last character");
        (await fetcher.FetchAsync($"{_gateway.Address}/p", 100_000, Token)).ShouldBeNull();
        using MediaFetcher called = Fetcher(Local, Convert.ToBase64String(Key).TrimEnd('='));
        (await called.FetchAsync($"{_gateway.Address}/p", 100_000, Token)).ShouldBe(Picture);
    }

    [Fact]
    public async Task What_is_too_large_is_not_taken()
    {
        using MediaFetcher fetcher = Fetcher(Local);
        (await fetcher.FetchAsync(Address, 60_000, Token)).ShouldBeNull();
        _gateway.Files = async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested) { await http.Response.Body.WriteAsync(new byte[64 * 1024], http.RequestAborted); }
        };
        (await fetcher.FetchAsync(Address, 1_000_000, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_led_into_the_office()
    {
        using MediaFetcher real = Fetcher(null);
        (await real.FetchAsync(Address, 100_000, Token)).ShouldBeNull("this machine is no public address");
        (await real.FetchAsync($"http://[::ffff:169.254.169.254]/#{Convert.ToBase64String(Key)}", 100_000, Token)).ShouldBeNull();
        bool followed = false;
        using MediaFetcher fetcher = Fetcher(Local);
        _gateway.Files = http =>
        {
            followed |= http.Request.Path == "/inside";
            http.Response.Redirect("/inside");
            return Task.CompletedTask;
        };
        (await fetcher.FetchAsync(Address, 100_000, Token)).ShouldBeNull();
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
        (await fetcher.FetchAsync(address, 100_000, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_changed_or_is_not_encrypted_is_nothing()
    {
        using MediaFetcher fetcher = Fetcher(Local);
        foreach (byte[] bytes in new[] { Picture, [], RandomNumberGenerator.GetBytes(64), EnvelopeCipher.Encrypt(Key, Picture)[..^16] })
        {
            _gateway.Files = http => http.Response.Body.WriteAsync(bytes).AsTask();
            byte[]? taken = await fetcher.FetchAsync(Address, 100_000, Token);
            (taken is null || !taken.AsSpan().SequenceEqual(Picture)).ShouldBeTrue();
        }
        _gateway.Files = http =>
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        (await fetcher.FetchAsync(Address, 100_000, Token)).ShouldBeNull();
    }

    private static WebAccess Local => new() { IsAllowed = _ => true, Time = TimeSpan.FromSeconds(10) };

    private static MediaFetcher Fetcher(WebAccess? access, string? ownKey = null) =>
        new(Options.Create(new WeComOptions { EncodingAesKey = ownKey }), NullLogger<MediaFetcher>.Instance, access);
}
