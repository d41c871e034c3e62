using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.DingTalk;
using Bot.Channels.Envelopes;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.DingTalk;

/// <summary>The whole program, called by whoever knows its address.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    private const string Secret = "app-secret";
    private const string Key = "Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7";
    private BotHost _host = null!;
    private long _last;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (string, string)[] Settings =>
    [
        ("Channels:DingTalk:ClientId", "dingAPP"), ("Channels:DingTalk:ClientSecret", Secret), ("Channels:DingTalk:Stream", "false"), ("Channels:DingTalk:Callback", "true"),
        ("Channels:DingTalk:Api", "http://127.0.0.1:1"), ("Privacy:Consent", ""), ("Logging:LogLevel:Default", "Critical"),
    ];

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync(settings: Settings);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_signed_message_is_stored_before_it_is_acknowledged_and_the_same_request_refused()
    {
        string moment = Moment();
        (await PostAsync(Payloads.Said("M1").ToJsonString(), moment)).Status.ShouldBe(200);
        (await StoredAsync()).Select(message => (message.MessageId, message.Channel)).ShouldBe([("M1", "dingtalk")]);
        (await PostAsync(Payloads.Said("M1").ToJsonString(), moment)).Status.ShouldBe(401);
        (await PostAsync(Payloads.Said("M1").ToJsonString())).Status.ShouldBe(200, "handed in again by the vendor");
        (await StoredAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_forged_stale_or_too_large_is_refused_and_nothing_stored()
    {
        byte[] body = Encoding.UTF8.GetBytes(Payloads.Said("M1").ToJsonString());
        string now = Moment(), good = TimestampSignature.Sign(now, Secret);
        string stale = $"{long.Parse(now) - 3_700_000}";
        (string?, string?)[] bad =
        [
            (null, null), (now, null), (null, good), (now, ""), (now, good[..^1]), (now, good + "="), (now, good.ToLowerInvariant()), (now, TimestampSignature.Sign(now, "app-Secret")),
            ($"{long.Parse(now) + 1}", good), ($" {now}x", good), (stale, TimestampSignature.Sign(stale, Secret)), ("now", TimestampSignature.Sign("now", Secret)),
        ];
        foreach ((string? timestamp, string? sign) in bad) { (await PostAsync(body, timestamp, sign, "")).Status.ShouldBe(401, $"{timestamp} {sign}"); }
        (await PostAsync(body, null, null, "?signature=0000000000000000000000000000000000000000&timestamp=" + now + "&nonce=n")).Status.ShouldBe(401);
        (await PostAsync(Payloads.Said("M1", new string('x', 70_000)).ToJsonString())).Status.ShouldBe(413);
        (await _host.Client.GetAsync("/channels/dingtalk", Token)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await StoredAsync()).ShouldBeEmpty();
        (await PostAsync(body, now, good, "")).Status.ShouldBe(200, "none of them used the moment up");
    }

    [Fact]
    public async Task No_body_makes_it_fail()
    {
        string quote = Payloads.Said("M2").With("text", JsonNode.Parse("""{"content":"x","repliedMsg":{"msgId":"q","msgType":"text","content":{"content":"y"}}}""")).ToJsonString();
        BodyMutator mutator = new(20261122, Payloads.Said("M1").Answerable("https://oapi.dingtalk.com/robot/sendBySession?session=1", DateTimeOffset.UnixEpoch.AddYears(60)).ToJsonString(), quote);
        await Fuzz.RunAsync(
            mutator,
            async body =>
            {
                string moment = Moment();
                return (await PostAsync(body, moment, TimestampSignature.Sign(moment, Secret), "")).Status;
            },
            200);
    }

    [Fact]
    public async Task With_encryption_only_envelopes_are_believed()
    {
        await _host.DisposeAsync();
        _host = await BotHost.StartAsync(settings: [.. Settings, ("Channels:DingTalk:Token", "mryue"), ("Channels:DingTalk:EncodingAesKey", Key)]);
        EnvelopeCipher vendor = new("mryue", Key, "dingAPP");
        (await PostAsync(Payloads.Said("M1").ToJsonString())).Status.ShouldBe(401);
        string said = vendor.Seal(Payloads.Said("M2").ToJsonString()), now = Moment();
        (await PostAsync(Envelope(said))).Status.ShouldBe(401, "the signed moment alone says nothing of the envelope");
        (await PostAsync(Encoding.UTF8.GetBytes(Envelope(said)), null, null, $"?msg_signature={vendor.Sign(now, "n1", said)}&timestamp={now}&nonce=n1")).Status.ShouldBe(200);

        string sealedCheck = vendor.Seal("""{"EventType":"check_url"}""");
        (int status, string text) = await PostAsync(Encoding.UTF8.GetBytes(Envelope(sealedCheck)), null, null, $"?signature={vendor.Sign(now, "n0nce", sealedCheck)}&timestamp={now}&nonce=n0nce");
        status.ShouldBe(200);
        JsonNode answer = JsonNode.Parse(text)!;
        vendor.Verifies((string)answer["msg_signature"]!, (string)answer["timeStamp"]!, (string)answer["nonce"]!, (string)answer["encrypt"]!).ShouldBeTrue();
        vendor.Open((string)answer["encrypt"]!).ShouldBe("success");
        (await StoredAsync()).Select(message => message.MessageId).ShouldBe(["M2"]);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_to_come_again()
    {
        await SqlAsync("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'no room'); END");
        string moment = Moment();
        (await PostAsync(Payloads.Said("M1").ToJsonString(), moment)).Status.ShouldBe(503);
        await SqlAsync("DROP TRIGGER full");
        (await PostAsync(Payloads.Said("M1").ToJsonString(), moment)).Status.ShouldBe(200, "the same request, which was not taken");
        (await StoredAsync()).Count.ShouldBe(1);
    }

    private static string Envelope(string encrypted) => new JsonObject { ["encrypt"] = encrypted }.ToJsonString();

    // each another one: the signature tells the moment alone
    private string Moment()
    {
        long now = _host.Get<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        _last = Math.Max(now, _last + 1);
        return $"{_last}";
    }

    private Task<(int Status, string Answer)> PostAsync(string body, string? moment = null)
    {
        string now = moment ?? Moment();
        return PostAsync(Encoding.UTF8.GetBytes(body), now, TimestampSignature.Sign(now, Secret), "");
    }

    private async Task<(int Status, string Answer)> PostAsync(byte[] body, string? timestamp, string? sign, string query)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/channels/dingtalk{query}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (timestamp is not null) { request.Headers.TryAddWithoutValidation("timestamp", timestamp); }
        if (sign is not null) { request.Headers.TryAddWithoutValidation("sign", sign); }
        using HttpResponseMessage response = await _host.Client.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private Task<int> SqlAsync(string sql) => _host.Get<WriteQueue>().RunAsync((db, token) => db.Database.ExecuteSqlRawAsync(sql, token), Token);

    private async Task<List<Message>> StoredAsync()
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Message>().AsNoTracking().Where(message => message.Channel == "dingtalk" && message.Role != SenderRole.Bot).OrderBy(message => message.Seq).ToListAsync(Token);
    }
}
