using System.Text;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Tests.Channels.Feishu;

public sealed class WebhookTests(WebhookRig rig) : IClassFixture<WebhookRig>
{
    [Fact]
    public async Task What_is_sealed_and_signed_is_stored_once()
    {
        (await rig.Sender.SendAsync(Events.Said("om_once", "电梯坏了"))).Status.ShouldBe(200);
        (await rig.Sender.SendAsync(Events.Said("om_once", "电梯坏了"))).Status.ShouldBe(200, "the vendor sends again under another signature");
        (await rig.StoredAsync()).Count(message => message.MessageId == "om_once").ShouldBe(1);
    }

    [Fact]
    public async Task The_check_of_the_address_is_answered_to_who_knows_the_token()
    {
        string challenge = $$"""{"challenge":"c-1","token":"{{Events.Token}}","type":"url_verification"}""";
        (await rig.Sender.PostAsync(WebhookSender.Seal(challenge), null, null, null)).ShouldBe((200, """{"challenge":"c-1"}"""));
        (await rig.Sender.PostAsync(WebhookSender.Seal(challenge, "another key"), null, null, null)).Status.ShouldBe(401);
        (await rig.Sender.PostAsync(WebhookSender.Seal(challenge.Replace(Events.Token, "x", StringComparison.Ordinal)), null, null, null)).Status.ShouldBe(401);
        (await rig.Sender.PostAsync(Encoding.UTF8.GetBytes(challenge), null, null, null)).Status.ShouldBe(401, "not sealed");
    }

    [Fact]
    public async Task Bytes_are_signed_and_not_their_meaning()
    {
        string sealedText = Encoding.UTF8.GetString(WebhookSender.Seal(Events.Said("om_spaces", "电梯坏了")));
        (await rig.Sender.SendSignedAsync(Encoding.UTF8.GetBytes(sealedText.Replace(":", " :  ", StringComparison.Ordinal)))).Status.ShouldBe(200);
        (await rig.StoredAsync()).ShouldContain(message => message.MessageId == "om_spaces");
    }

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-290, 200)]
    [InlineData(290, 200)]
    [InlineData(360, 401)]
    public async Task A_signature_is_good_for_five_minutes(int seconds, int status)
    {
        byte[] body = WebhookSender.Seal(Events.Said($"om_time{seconds}", "电梯坏了"));
        (string then, string nonce) = ($"{rig.Sender.Now + seconds}", WebhookSender.Nonce());
        (await rig.Sender.PostAsync(body, WebhookSender.Sign(then, nonce, body), then, nonce)).Status.ShouldBe(status);
        (await rig.StoredAsync()).Any(message => message.MessageId == $"om_time{seconds}").ShouldBe(status == 200);
    }

    [Fact]
    public async Task What_was_taken_is_not_taken_again_and_what_was_not_stored_is()
    {
        byte[] body = WebhookSender.Seal(Events.Said("om_replay", "电梯坏了"));
        (string now, string nonce) = ($"{rig.Sender.Now}", WebhookSender.Nonce());
        string signature = WebhookSender.Sign(now, nonce, body);
        await RunSqlAsync("CREATE TRIGGER full BEFORE INSERT ON messages WHEN NEW.MessageId = 'om_replay' BEGIN SELECT RAISE(FAIL, 'disk full'); END");
        (await rig.Sender.PostAsync(body, signature, now, nonce)).Status.ShouldBe(503);
        await RunSqlAsync("DROP TRIGGER full");
        (await rig.Sender.PostAsync(body, signature, now, nonce)).Status.ShouldBe(200);
        (await rig.Sender.PostAsync(body, signature, now, nonce)).Status.ShouldBe(401);
        (await rig.StoredAsync()).Count(message => message.MessageId == "om_replay").ShouldBe(1);
    }

    [Fact]
    public async Task Without_all_that_is_signed_nothing_is_stored()
    {
        byte[] body = WebhookSender.Seal(Events.Said("om_forged", "电梯坏了"));
        (string now, string nonce) = ($"{rig.Sender.Now}", WebhookSender.Nonce());
        string good = WebhookSender.Sign(now, nonce, body);
        (string?, string?, string?)[] bad =
        [
            (null, now, nonce), (good, null, nonce), (good, now, null), ("", now, nonce), (good[..^1], now, nonce), (good + "0", now, nonce), (good.ToUpperInvariant(), now, nonce),
            (new string('0', 64), now, nonce), (WebhookSender.Sign(now, nonce, body, "another key"), now, nonce), (good, now + nonce[..1], nonce[1..]), (good, "now", nonce),
        ];
        foreach ((string? signature, string? timestamp, string? once) in bad)
        {
            (await rig.Sender.PostAsync(body, signature, timestamp, once)).Status.ShouldBe(401, $"{signature} {timestamp} {once}");
        }
        byte[] other = WebhookSender.Seal(Events.Said("om_forged", "电梯坏了").Replace(Events.Token, "other", StringComparison.Ordinal));
        (await rig.Sender.SendSignedAsync(other)).Status.ShouldBe(401, "the token of another app");
        (await rig.StoredAsync()).ShouldNotContain(message => message.MessageId == "om_forged");
        (await rig.Sender.PostAsync(body, good, now, nonce)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_changed_request_is_refused_and_stores_nothing()
    {
        Random random = new(20261122);
        byte[] body = WebhookSender.Seal(Events.Said("om_mutant", "电梯坏了"));
        int before = (await rig.StoredAsync()).Count;
        List<Task<(int Status, string Answer)>> sending = [];
        for (int i = 0; i < 10_000; i++)
        {
            (string now, string nonce, byte[] sent) = ($"{rig.Sender.Now}", WebhookSender.Nonce(), [.. body]);
            string signature = WebhookSender.Sign(now, nonce, body);
            switch (i % 5)
            {
                case 0: sent[random.Next(sent.Length)] ^= (byte)(1 << random.Next(8)); break;
                case 1: signature = Flip(signature, random); break;
                case 2: now = Flip(now, random); break;
                case 3: nonce = Flip(nonce, random); break;
                default: sent = random.Next(2) == 0 ? sent[..random.Next(sent.Length)] : [.. sent, (byte)random.Next(256)]; break;
            }
            sending.Add(rig.Sender.PostAsync(sent, signature, now, nonce));
            if (sending.Count == 32)
            {
                (await Task.WhenAll(sending)).ShouldAllBe(answer => answer.Status == 401, $"before number {i}");
                sending.Clear();
            }
        }
        (await Task.WhenAll(sending)).ShouldAllBe(answer => answer.Status == 401);
        (await rig.StoredAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task No_body_makes_it_fail()
    {
        BodyMutator inner = new(20261122, Events.Said("om_fuzz", "电梯坏了", parent: "om_0"), Events.Recalled("om_fuzz"),
            Events.Message("om_fuzz2", "post", System.Text.Json.Nodes.JsonNode.Parse("""{"zh_cn":{"title":"t","content":[[{"tag":"at","user_id":"@_user_1"},{"tag":"img","image_key":"i"}]]}}""")!));
        BodyMutator outer = new(20261123, Encoding.UTF8.GetString(WebhookSender.Seal(Events.Said("om_fuzz", "电梯坏了"))));
        // half of them damaged within the seal, where only a signature that is good leads
        await Fuzz.RunAsync(inner, async body => (await rig.Sender.SendSignedAsync(WebhookSender.Seal(Encoding.UTF8.GetString(body)))).Status, 200, 401);
        await Fuzz.RunAsync(outer, async body => (await rig.Sender.SendSignedAsync(body)).Status, 200, 401);
    }

    // another character of the same sort
    private static string Flip(string text, Random random)
    {
        int at = random.Next(text.Length);
        return text[..at] + (text[at] == '7' ? '3' : '7') + text[(at + 1)..];
    }

    private Task<int> RunSqlAsync(string sql) => rig.Host.Get<WriteQueue>().RunAsync((db, token) => db.Database.ExecuteSqlRawAsync(sql, token), TestContext.Current.CancellationToken);
}
