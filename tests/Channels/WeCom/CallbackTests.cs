using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.Envelopes;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>The address that the vendor calls, in the whole program.</summary>
public sealed class CallbackTests(CallbackRig rig) : IClassFixture<CallbackRig>
{
    private static int _nonces;

    private readonly EnvelopeCipher _vendor = new(CallbackRig.Token, CallbackRig.Key, "");
    private readonly FakeGateway _gateway = rig.Gateway;
    private readonly BotHost _host = rig.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _host.Get<TimeProvider>().GetUtcNow();

    [Fact]
    public async Task The_address_is_checked_and_answered_with_the_plain_word()
    {
        string echo = _vendor.Seal("1616140317555161061");
        string query = Signed(echo);
        using HttpResponseMessage answer = await _host.Client.GetAsync($"/channels/wecom?{query}&echostr={Uri.EscapeDataString(echo)}", Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe("1616140317555161061"u8.ToArray(), "no quotes, no mark before, no line behind");
        (await _host.Client.GetAsync($"/channels/wecom?{query}&echostr={Uri.EscapeDataString(_vendor.Seal("1"))}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _host.Client.GetAsync("/channels/wecom", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_was_sealed_to_be_handed_in_is_not_opened_for_who_asks()
    {
        string message = _vendor.Seal(Said("T9-M1", "@网格助手 电梯坏了", null)), brief = _vendor.Seal("{\"a\":1}");
        string query = Signed(message);
        foreach ((string signed, string text) in new[] { (query, message), (Signed(brief), brief) })
        {
            using HttpResponseMessage answer = await _host.Client.GetAsync($"/channels/wecom?{signed}&echostr={Uri.EscapeDataString(text)}", Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("电梯");
        }
        (await PostAsync(query, Envelope(message))).ShouldBe(HttpStatusCode.OK, "nobody used it up");
        (await StoredAsync("T9-")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_is_stored_once_and_answered_once_within_the_hour()
    {
        string replyTo = $"{_gateway.Address}/cgi-bin/aibot/response?response_code=R1";
        string query = "", body = "";
        for (int i = 0; i < 20; i++)
        {
            (query, body) = Sealed(Said("T2-M1", "@网格助手 电梯坏了", replyTo));
            (await PostAsync(query, body)).ShouldBe(HttpStatusCode.OK);
        }
        (await PostAsync(query, body)).ShouldBe(HttpStatusCode.Unauthorized, "the same request again is nobody's");
        Message stored = (await StoredAsync("T2-")).ShouldHaveSingleItem();
        stored.MessageId.ShouldBe("T2-M1");

        await SayAsync("T2-k1", stored.Conversation, "记下了");
        await BecomesAsync("T2-k1", OutboxState.Sent);
        PostedRequest said = _gateway.Posted.Where(request => request.Query == "?response_code=R1").ShouldHaveSingleItem();
        (said.Path, (string?)said.Body["msgtype"], (string?)said.Body["markdown"]!["content"])
            .ShouldBe(("/cgi-bin/aibot/response", "markdown", "记下了"));
        await SayAsync("T2-k2", stored.Conversation, "还有一句");
        await BecomesAsync("T2-k2", OutboxState.Draft);
        _gateway.Posted.Count(request => request.Query == "?response_code=R1").ShouldBe(1);
    }

    [Fact]
    public async Task Words_go_nowhere_but_to_the_vendor()
    {
        (string query, string body) = Sealed(Said("T3-M1", "@网格助手 电梯坏了", "http://127.0.0.1:9/elsewhere"));
        (await PostAsync(query, body)).ShouldBe(HttpStatusCode.OK);
        await SayAsync("T3-k1", (await StoredAsync("T3-"))[0].Conversation, "记下了");
        await BecomesAsync("T3-k1", OutboxState.Draft);
    }

    [Fact]
    public async Task An_envelope_in_XML_is_read_and_nothing_it_names_is_fetched()
    {
        string sealedBody = _vendor.Seal(Said("T4-M1", "@网格助手 电梯坏了", null));
        string query = Signed(sealedBody);
        string trap = $"<!DOCTYPE xml [<!ENTITY e \"{sealedBody}\">]><xml><Encrypt>&e;</Encrypt></xml>";
        (await PostAsync(query, trap)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(query, $"<xml><ToUserName/><Encrypt><![CDATA[{sealedBody}]]></Encrypt><AgentID/></xml>")).ShouldBe(HttpStatusCode.OK);
        (await StoredAsync("T4-")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_forged_is_stored()
    {
        Random random = new(20261122);
        (string query, string body) = Sealed(Said("T5-M1", "@网格助手 电梯坏了", null));
        for (int i = 0; i < 1500; i++)
        {
            (string forgedQuery, string forgedBody) = i % 2 == 0 ? (Mutated(query, random), body) : (query, Mutated(body, random));
            if ((forgedQuery, forgedBody) == (query, body) || Means(forgedQuery, forgedBody, query, body)) { continue; }
            (await PostAsync(forgedQuery, forgedBody)).ShouldBe(HttpStatusCode.Unauthorized, $"{forgedQuery}\n{forgedBody}");
        }
        string old = _vendor.Seal(Said("T5-M1", "@网格助手", null));
        foreach (int minutes in new[] { -6, 6, -1000, 1_000_000 })
        {
            (await PostAsync(Signed(old, Now.AddMinutes(minutes)), Envelope(old))).ShouldBe(HttpStatusCode.Unauthorized, $"{minutes} minutes");
        }
        string elsewhere = new EnvelopeCipher(CallbackRig.Token, CallbackRig.Key, "wx5823bf96d3bd56c7").Seal(Said("T5-M1", "@网格助手", null));
        (await PostAsync(Signed(elsewhere), Envelope(elsewhere))).ShouldBe(HttpStatusCode.Unauthorized, "for another receiver");
        (await StoredAsync("T5-")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_signed_breaks_it()
    {
        BodyMutator mutator = new(20261123, Said("T6-M1", "@网格助手 电梯坏了\ud83d\ude00", $"{_gateway.Address}/r"));
        await Fuzz.RunAsync(
            mutator,
            async plain =>
            {
                (string query, string body) = Sealed(Encoding.UTF8.GetString(plain));
                return (int)await PostAsync(query, body);
            },
            200);
        (await PostAsync(Signed("x"), new string('x', 70_000))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (string last, string whole) = Sealed(Said("T6-M2", "@网格助手 还在吗", null));
        (await PostAsync(last, whole)).ShouldBe(HttpStatusCode.OK);
        (await StoredAsync("T6-")).ShouldContain(message => message.MessageId == "T6-M2");
    }

    // a change that means the same: the case of an escape, a second name of the same value
    private static bool Means(string forgedQuery, string forgedBody, string query, string body) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(forgedQuery) is var forged && Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query) is var good
        && good.All(pair => forged.TryGetValue(pair.Key, out Microsoft.Extensions.Primitives.StringValues value) && value == pair.Value)
        && EnvelopeBody.Encrypted(Encoding.UTF8.GetBytes(forgedBody)) == EnvelopeBody.Encrypted(Encoding.UTF8.GetBytes(body));

    private static string Mutated(string text, Random random)
    {
        StringBuilder mutated = new(text);
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(mutated.Length);
            switch (random.Next(3))
            {
                case 0: mutated[at] = (char)random.Next(33, 126); break;
                case 1: mutated.Remove(at, Math.Min(random.Next(1, 20), mutated.Length - at - 1)); break;
                default: mutated.Insert(at, (char)random.Next(33, 126)); break;
            }
        }
        return mutated.ToString();
    }

    private static string Said(string id, string text, string? replyTo)
    {
        JsonNode body = JsonNode.Parse(WeComRig.Said(id, text))!;
        if (replyTo is not null) { body["response_url"] = replyTo; }
        return body.ToJsonString();
    }

    private (string Query, string Body) Sealed(string plain)
    {
        string sealedBody = _vendor.Seal(plain);
        return (Signed(sealedBody), Envelope(sealedBody));
    }

    private static string Envelope(string sealedBody) => new JsonObject { ["encrypt"] = sealedBody }.ToJsonString();

    private string Signed(string sealedBody, DateTimeOffset? at = null)
    {
        string timestamp = $"{(at ?? Now).ToUnixTimeSeconds()}";
        string nonce = $"n{Interlocked.Increment(ref _nonces)}";
        return $"msg_signature={_vendor.Sign(timestamp, nonce, sealedBody)}&timestamp={timestamp}&nonce={nonce}";
    }

    private async Task<HttpStatusCode> PostAsync(string query, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "text/plain");
        using HttpResponseMessage answer = await _host.Client.PostAsync($"/channels/wecom?{query.Replace("#", "%23", StringComparison.Ordinal)}", content, Cancel);
        if (answer.StatusCode == HttpStatusCode.OK) { (await answer.Content.ReadAsStringAsync(Cancel)).ShouldBeEmpty(); }
        return answer.StatusCode;
    }

    private Task<bool> SayAsync(string key, string conversation, string text) => _host.Get<WriteQueue>().RunAsync(
        (db, _) => Task.FromResult(_host.Get<Outbox>().Say(db, new OutboxMessage { Key = key, Channel = "wecom", Conversation = conversation, Text = text })), Cancel);

    private Task BecomesAsync(string key, OutboxState state) => Eventually.TrueAsync(
        async () => await ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => row.Key == key && row.State == state, Cancel)), $"{key} is {state}");

    private Task<List<Message>> StoredAsync(string prefix) => ReadAsync(db =>
        db.Set<Message>().AsNoTracking().Where(message => message.Channel == "wecom" && message.Role != SenderRole.Bot && message.MessageId.StartsWith(prefix)).OrderBy(message => message.Seq).ToListAsync(Cancel));

    private async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }
}
