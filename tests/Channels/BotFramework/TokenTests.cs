using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Messaging;
using Tests.Support;

namespace Tests.Channels.BotFramework;

public sealed class TokenTests(BotFrameworkRig rig) : IClassFixture<BotFrameworkRig>
{
    private static readonly string Script = Repository.File("tests", "connector-verdicts.mjs");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Good_and_bad_tokens_get_their_verdicts()
    {
        foreach (Case one in Cases())
        {
            (await rig.SendAsync(one.Authorization, rig.Body($"case-{one.Name}", channel: one.Channel)))
                .ShouldBe(one.Good ? 200 : 401, one.Name);
        }
        (await rig.StoredAsync()).Select(message => message.MessageId).Where(id => id.StartsWith("case-", StringComparison.Ordinal)).Order()
            .ShouldBe(Cases().Where(one => one.Good).Select(one => $"case-{one.Name}").Order());
    }

    [Fact]
    public async Task The_vendors_library_gives_the_same_verdicts()
    {
        Assert.SkipUnless(Directory.Exists(Repository.File("tests", "node_modules", "botframework-connector")), "the vendor's client not found: npm ci --prefix tests");
        Case[] cases = Cases();
        using Process node = Process.Start(new ProcessStartInfo("node", [Script, rig.Service.Metadata, ServiceStub.AppId]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = node.StandardOutput.ReadToEndAsync(Token);
        Task<string> problem = node.StandardError.ReadToEndAsync(Token);
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(cases.Select(one => new { authorization = one.Authorization, channel = one.Channel, serviceUrl = rig.Service.ServiceUrl })));
        node.StandardInput.Close();
        await node.WaitForExitAsync(Token);
        node.ExitCode.ShouldBe(0, await problem);
        bool[] theirs = JsonSerializer.Deserialize<bool[]>(await output)!;
        theirs.ShouldBe(cases.Select(one => one.Good));
    }

    [Fact]
    public async Task Damaged_tokens_are_refused_and_store_nothing()
    {
        Random random = new(20261122);
        string good = "Bearer " + rig.Service.Token();
        int dots = good.IndexOf('.', StringComparison.Ordinal);
        List<Task<int>> sending = [];
        for (int i = 0; i < 2_000; i++)
        {
            // the last character of each part has bits that say nothing
            int at = random.Next("Bearer ".Length, good.Length - 1);
            if (good[at] == '.' || good[at + 1] == '.') { continue; }
            string damaged = i % 3 == 0 ? good[..at] : good[..at] + (good[at] == 'A' ? 'B' : 'A') + good[(at + 1)..];
            sending.Add(rig.SendAsync(damaged, rig.Body("damaged")));
            if (sending.Count == 32)
            {
                (await Task.WhenAll(sending)).ShouldAllBe(status => status == 401);
                sending.Clear();
            }
        }
        dots.ShouldBeGreaterThan(0);
        (await rig.StoredAsync()).ShouldNotContain(message => message.MessageId == "damaged");
    }

    [Fact]
    public async Task No_body_makes_it_fail()
    {
        string good = "Bearer " + rig.Service.Token();
        await Fuzz.RunAsync(new BodyMutator(7, rig.Body("fuzz")), body => rig.SendAsync(good, body), 200, 400, 401);
    }

    [Fact]
    public async Task A_key_that_was_not_known_yet_is_fetched_with_the_message_that_needs_it()
    {
        await using BotFrameworkRig own = new();
        await own.InitializeAsync();
        (await own.SendAsync("Bearer " + own.Service.Token(), own.Body("before"))).ShouldBe(200);
        own.Service.HasNewKey = true;
        (await own.SendAsync("Bearer " + own.Service.Token("unknown"), own.Body("after"))).ShouldBe(200);
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_are_not_asked_for_with_every_token_a_stranger_makes_up()
    {
        await using BotFrameworkRig own = new();
        await own.InitializeAsync();
        (await own.SendAsync("Bearer " + own.Service.Token(), own.Body("before"))).ShouldBe(200);
        own.Service.KeysFail = true;
        int before = own.Service.KeysAsked;
        for (int i = 0; i < 20; i++) { (await own.SendAsync("Bearer " + own.Service.Token("unknown"), own.Body("after"))).ShouldBe(503); }
        (own.Service.KeysAsked - before).ShouldBe(1);
        (await own.SendAsync("Bearer " + own.Service.Token(), own.Body("still"))).ShouldBe(200, "with the keys that are known");
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_read() =>
        (await rig.SendAsync("Bearer " + rig.Service.Token(), Encoding.UTF8.GetBytes(rig.Body("form")), "text/plain")).ShouldBe(415);

    [Fact]
    public async Task Conversations_of_two_channels_are_two()
    {
        string good = "Bearer " + rig.Service.Token();
        (await rig.SendAsync(good, rig.Body("one", channel: "msteams", conversation: "same"))).ShouldBe(200);
        (await rig.SendAsync(good, rig.Body("one", channel: "webchat", conversation: "same"))).ShouldBe(200);
        Message[] both = [.. (await rig.StoredAsync()).Where(message => message.MessageId == "one")];
        both.Select(message => message.Conversation).Distinct().Count().ShouldBe(2);
        both.Select(message => message.Sender).Distinct().Count().ShouldBe(2);
    }

    private Case[] Cases()
    {
        ServiceStub service = rig.Service;
        string bearer(string token) => "Bearer " + token;
        string good = service.Token();
        string[] parts = good.Split('.');
        string none = $"{Base64("""{"alg":"none","typ":"JWT","kid":"good"}""")}.{parts[1]}.";
        string foreignClaims = $"{parts[0]}.{Base64(Encoding.UTF8.GetString(Bytes(parts[1])).Replace(ServiceStub.AppId, "other", StringComparison.Ordinal))}.{parts[2]}";
        return
        [
            new("good", bearer(good), true), new("good-other-channel", bearer(good), true, "webchat"),
            new("skewed", bearer(service.Token(from: -3600, until: -200)), true), new("expired", bearer(service.Token(from: -3600, until: -400)), false),
            new("early-skewed", bearer(service.Token(from: 200)), true), new("early", bearer(service.Token(from: 400)), false),
            new("audience", bearer(service.Token(audience: "another bot")), false), new("issuer", bearer(service.Token(issuer: "https://example.org")), false),
            new("foreign-key", bearer(service.Token("foreign")), false), new("unknown-key", bearer(service.Token("unknown")), false),
            new("shared-secret", bearer(service.Token("hmac")), false), new("unsigned", bearer(none), false), new("changed", bearer(foreignClaims), false),
            new("service", bearer(service.Token(serviceUrl: "https://evil.example")), false), new("no-service", bearer(service.Token(serviceClaim: false)), false),
            new("not-endorsed", bearer(service.Token("other")), false), new("not-endorsed-channel", bearer(good), false, "slack"), new("endorsed-slack", bearer(service.Token("other")), true, "slack"),
            new("scheme", "Basic " + good, false), new("garbage", "Bearer x.y.z", false), new("empty", "Bearer ", false),
        ];

        static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        static byte[] Bytes(string part) => Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));
    }

    private sealed record Case(string Name, string Authorization, bool Good, string Channel = "msteams");
}
