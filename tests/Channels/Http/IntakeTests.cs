using System.Text;
using Bot.Messaging;

namespace Tests.Channels.Http;

public sealed class IntakeTests(HttpRig rig) : IClassFixture<HttpRig>
{
    private const string Taken = """{"outcome":"accepted"}""";

    [Fact]
    public async Task What_is_signed_is_stored_once()
    {
        string body = HttpRig.Body("once", "3号楼电梯坏了", "一次");
        (await rig.SendAsync(body)).ShouldBe((200, Taken));
        (await rig.SendAsync(body)).ShouldBe((200, """{"outcome":"duplicate"}"""));
        (await rig.SendAsync(HttpRig.Body("once", "别的话", "一次"))).ShouldBe((200, """{"outcome":"conflict"}"""));

        Message stored = (await rig.StoredAsync()).Single(message => message.MessageId == "once");
        (stored.Text, stored.Sender).ShouldBe(("3号楼电梯坏了", "12-2-301小沈"));
        // other conversations of the same title may have come first
        stored.Conversation.ShouldStartWith("大厅网关·试用群");
    }

    [Fact]
    public async Task A_request_that_was_heard_is_not_taken_again()
    {
        byte[] body = Encoding.UTF8.GetBytes(HttpRig.Body("replayed"));
        (long now, string nonce) = (rig.Now, HttpRig.Nonce());
        string signature = HttpRig.Sign(now, nonce, body);
        (await rig.SendAsync("gate1", $"{now}", nonce, signature, body)).Status.ShouldBe(200);
        (await rig.SendAsync("gate1", $"{now}", nonce, signature, body)).ShouldBe((401, """{"error":"nonce"}"""));

        byte[] other = Encoding.UTF8.GetBytes(HttpRig.Body("replayed-other"));
        (await rig.SendAsync("GATE1", $"{now - 100}", nonce, HttpRig.Sign(now - 100, nonce, other), other)).ShouldBe((401, """{"error":"nonce"}"""), "the same nonce under another body, time and spelling of the key");
        (await rig.StoredAsync()).ShouldNotContain(message => message.MessageId == "replayed-other");
    }

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-290, 200)]
    [InlineData(290, 200)]
    [InlineData(360, 401)]
    public async Task A_timestamp_is_good_for_five_minutes_either_way(int seconds, int status)
    {
        byte[] body = Encoding.UTF8.GetBytes(HttpRig.Body($"time{seconds}"));
        (long then, string nonce) = (rig.Now + seconds, HttpRig.Nonce());
        (await rig.SendAsync("gate1", $"{then}", nonce, HttpRig.Sign(then, nonce, body), body)).Status.ShouldBe(status);
        (await rig.StoredAsync()).Any(message => message.MessageId == $"time{seconds}").ShouldBe(status == 200);
    }

    [Fact]
    public async Task Without_all_that_is_signed_nothing_is_stored()
    {
        byte[] body = Encoding.UTF8.GetBytes(HttpRig.Body("forged"));
        (string now, string nonce) = ($"{rig.Now}", HttpRig.Nonce());
        string good = HttpRig.Sign(rig.Now, nonce, body);
        (string?, string?, string?, string?)[] bad =
        [
            (null, now, nonce, good), ("gate1", null, nonce, good), ("gate1", now, null, good), ("gate1", now, nonce, null), ("gate2", now, nonce, good), ("", now, nonce, good),
            ("deaf", now, nonce, good), ("gate1", now, nonce, HttpRig.Sign(rig.Now, nonce, body, "0123456789abcdef0123456789abcdeF")), ("gate1", now, nonce, ""),
            ("gate1", now, nonce, good[..^1]), ("gate1", now, nonce, good + "00"), ("gate1", now, nonce, new string('0', 64)), ("gate1", $"+{now}", nonce, good), ("gate1", $"{now}.0", nonce, good),
            ("gate1", $"-{now}", nonce, good), ("gate1", now, "short", HttpRig.Sign(rig.Now, "short", body)), ("gate1", now, new string('n', 65), HttpRig.Sign(rig.Now, new string('n', 65), body)),
        ];
        foreach ((string? key, string? timestamp, string? once, string? signature) in bad)
        {
            (await rig.SendAsync(key, timestamp, once, signature, body)).ShouldBe((401, """{"error":"signature"}"""), $"{key} {timestamp} {once} {signature}");
        }
        (await rig.StoredAsync()).ShouldNotContain(message => message.MessageId == "forged");
        (await rig.SendAsync("gate1", now, nonce, good, body)).Status.ShouldBe(200, "none of them used the nonce up");
    }

    [Fact]
    public async Task A_changed_request_is_refused_and_stores_nothing()
    {
        Random random = new(20261122);
        byte[] body = Encoding.UTF8.GetBytes(HttpRig.Body("mutant"));
        int before = (await rig.StoredAsync()).Count;
        List<Task<int>> sending = [];
        for (int i = 0; i < 10_000; i++)
        {
            (string now, string nonce, byte[] sent) = ($"{rig.Now}", HttpRig.Nonce(), [.. body]);
            string signature = HttpRig.Sign(long.Parse(now), nonce, body);
            switch (i % 5)
            {
                case 0: sent[random.Next(sent.Length)] ^= (byte)(1 << random.Next(8)); break;
                case 1: signature = Flip(signature, random); break;
                case 2: now = Digit(now, random); break;
                case 3: nonce = Flip(nonce, random); break;
                default: sent = random.Next(2) == 0 ? sent[..random.Next(sent.Length)] : [.. sent, (byte)random.Next(256)]; break;
            }
            sending.Add(StatusAsync(now, nonce, signature, sent));
            if (sending.Count == 32)
            {
                (await Task.WhenAll(sending)).ShouldAllBe(status => status == 401, $"before number {i}");
                sending.Clear();
            }
        }
        (await rig.StoredAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task No_body_makes_it_fail()
    {
        BodyMutator mutator = new(20261122, HttpRig.Body("fuzz"), """{"type":"message","id":"q","replyToId":"x","from":{"id":"u","role":"bot"},"recipient":{"id":"b"},"conversation":{"id":"c","isGroup":false},"text":"@b 好","timestamp":"2026-11-22T00:00:00Z","entities":[{"type":"mention","mentioned":{"id":"b"},"text":"@b"}],"attachments":[{"contentType":"image/png","contentUrl":"https://x/1.png","name":"a"}],"membersAdded":[{"id":"b"}]}""");
        await Fuzz.RunAsync(mutator, async body => (await rig.SendAsync(body)).Status, 200, 400);
    }

    [Fact]
    public async Task What_is_no_activity_or_too_large_is_told()
    {
        (await rig.SendAsync("not json")).ShouldBe((400, """{"error":"json"}"""));
        (await rig.SendAsync("null")).ShouldBe((400, """{"error":"json"}"""));
        (await rig.SendAsync("{}")).ShouldBe((200, """{"outcome":"malformed"}"""));
        (await rig.SendAsync("""{"type":"typing"}""")).ShouldBe((200, """{"outcome":"ignored"}"""));
        (await rig.SendAsync(HttpRig.Body("large", new string('x', 70_000)))).Status.ShouldBe(413);
        (await rig.SendAsync(HttpRig.Body("fits", new string('x', 60_000)))).Status.ShouldBe(200);
    }

    private async Task<int> StatusAsync(string timestamp, string nonce, string signature, byte[] body) => (await rig.SendAsync("gate1", timestamp, nonce, signature, body)).Status;

    // another character of the same sort; a letter in the other case would be the same hexadecimal
    private static string Flip(string text, Random random)
    {
        int at = random.Next(text.Length);
        char other = text[at] == '7' ? '3' : '7';
        return text[..at] + other + text[(at + 1)..];
    }

    private static string Digit(string text, Random random)
    {
        int at = random.Next(text.Length);
        return text[..at] + (char)('0' + (text[at] - '0' + random.Next(1, 10)) % 10) + text[(at + 1)..];
    }
}
