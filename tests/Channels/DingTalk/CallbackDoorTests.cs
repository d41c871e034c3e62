using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.DingTalk;
using Bot.Channels.DingTalk.Callback;
using Bot.Channels.Envelopes;
using Microsoft.Extensions.Options;
using Tests.Support;

namespace Tests.Channels.DingTalk;

public sealed class CallbackDoorTests
{
    private const string Token = "mryue";
    private const string Key = "Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7";
    private const string Owner = "ding6ccabc44d2c8d38b";
    private const string CheckUrl = "0vJiX6vliEpwG3U45CtXqi+m8PXbQRARJ8p8BbDuD1EMTDf0jKpQ79QS93qEk7XHpP6u+oTTrd15NRPvNvmBKyDCYxxOK+HZeKju4yhELOFchzNukR+t8SB/qk4ROMu3";
    private const string Moment = "1608001896814";

    private static readonly CallbackClaim Check = new(null, null, Moment, "03044561471240d4a14bb09372dfcfd4fd0e40cb", "WL4PK6yA");
    private static readonly byte[] CheckBody = Encoding.UTF8.GetBytes($$"""{"encrypt":"{{CheckUrl}}"}""");

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(1608001896814));

    [Fact]
    public void The_vendors_check_of_the_address_is_believed_and_answered_as_it_wants()
    {
        CallbackDoor door = Sealed();
        Plain(door.Open(Check, CheckBody)).ShouldBe("""{"EventType":"check_url"}""");
        JsonNode answer = JsonNode.Parse(door.Success())!;
        EnvelopeCipher vendor = new(Token, Key, Owner);
        vendor.Verifies((string)answer["msg_signature"]!, (string)answer["timeStamp"]!, (string)answer["nonce"]!, (string)answer["encrypt"]!).ShouldBeTrue();
        vendor.Open((string)answer["encrypt"]!).ShouldBe("success");
    }

    [Fact]
    public void Who_receives_is_the_application_unless_said_otherwise()
    {
        string plain = Seal("hello", "dingAPP");
        string encrypted = (string)JsonNode.Parse(plain)!["encrypt"]!;
        CallbackClaim claim = new(null, null, Moment, new EnvelopeCipher(Token, Key, Owner).Sign(Moment, "n1", encrypted), "n1");
        Plain(Door(set => (set.Token, set.EncodingAesKey) = (Token, Key)).Open(claim, Encoding.UTF8.GetBytes(plain))).ShouldBe("hello");
        Sealed().Open(claim, Encoding.UTF8.GetBytes(plain)).Refusal.ShouldBe("unreadable");
    }

    [Fact]
    public void Beside_encryption_the_signed_moment_alone_is_no_proof()
    {
        CallbackClaim claim = new(Moment, TimestampSignature.Sign(Moment, "app-secret"));
        Door(set => (set.Token, set.EncodingAesKey) = (Token, Key)).Open(claim, Encoding.UTF8.GetBytes(Seal("hello", "dingAPP"))).Refusal.ShouldBe("signature");
    }

    [Fact]
    public void Once_encryption_is_set_nothing_plain_is_believed()
    {
        CallbackClaim claim = new(Moment, TimestampSignature.Sign(Moment, "app-secret"));
        Sealed().Open(claim, "{}"u8.ToArray()).Refusal.ShouldBe("not encrypted");
        Plain(Door().Open(claim, "{}"u8.ToArray())).ShouldBe("{}");
        Door().Open(Check, CheckBody).Refusal.ShouldBe("signature", "an envelope is no proof where none is set up");
    }

    [Theory]
    [InlineData(null, 10, true)]
    [InlineData(null, 11, false)]
    [InlineData(60, 60, true)]
    [InlineData(60, -60, true)]
    [InlineData(60, 61, false)]
    [InlineData(60, -61, false)]
    [InlineData(5, 6, false)]
    public void A_signature_is_good_for_as_long_as_the_settings_say(int? setting, int minutes, bool good)
    {
        CallbackDoor door = Door(set => set.SignatureMinutes = setting ?? set.SignatureMinutes);
        string moment = $"{_clock.GetUtcNow().AddMinutes(-minutes).ToUnixTimeMilliseconds()}";
        door.Open(new CallbackClaim(moment, TimestampSignature.Sign(moment, "app-secret")), "{}"u8.ToArray()).Refusal.ShouldBe(good ? null : "too old");
    }

    [Fact]
    public void What_was_taken_is_not_believed_again_and_another_body_of_the_same_moment_only_for_some_seconds()
    {
        CallbackDoor door = Door();
        CallbackClaim claim = new(Moment, TimestampSignature.Sign(Moment, "app-secret"));
        door.Open(claim, "{\"a\":1}"u8.ToArray()).Refusal.ShouldBeNull();
        door.Open(claim, "{\"a\":1}"u8.ToArray()).Refusal.ShouldBeNull("it was not stored yet and may come again");
        door.Take(claim, "{\"a\":1}"u8.ToArray());
        door.Open(claim, "{\"a\":1}"u8.ToArray()).Refusal.ShouldBe("replayed");
        door.Open(claim, "{\"a\":2}"u8.ToArray()).Refusal.ShouldBeNull("several messages of one moment");
        _clock.Advance(TimeSpan.FromSeconds(11));
        door.Open(claim, "{\"a\":3}"u8.ToArray()).Refusal.ShouldBe("replayed");
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData("1", null)]
    [InlineData("", "")]
    [InlineData("99999999999999999999", "x")]
    [InlineData("-1608001896814", "x")]
    [InlineData("1608001896814.0", "x")]
    public void What_is_not_signed_in_due_form_is_not_believed(string? timestamp, string? sign)
    {
        CallbackDoor door = Door();
        door.Open(new CallbackClaim(timestamp, sign), "{}"u8.ToArray()).Plain.ShouldBeNull();
        if (timestamp is not null) { door.Open(new CallbackClaim(timestamp, TimestampSignature.Sign(timestamp, "app-secret")), "{}"u8.ToArray()).Plain.ShouldBeNull(); }
    }

    [Fact]
    public void No_changed_bit_is_believed()
    {
        Random random = new(20261122);
        CallbackDoor open = Door(), locked = Sealed();
        string sign = TimestampSignature.Sign(Moment, "app-secret");
        for (int i = 0; i < 10_000; i++)
        {
            if (i % 2 == 0)
            {
                string[] parts = Forge(random, Moment, sign);
                open.Open(new CallbackClaim(parts[0], parts[1]), "{}"u8.ToArray()).Refusal.ShouldBe("signature", string.Join(' ', parts));
            }
            else
            {
                string[] parts = Forge(random, Moment, Check.EnvelopeSignature!, Check.Nonce!, CheckUrl);
                JsonObject body = new() { ["encrypt"] = parts[3] };
                locked.Open(new CallbackClaim(null, null, parts[0], parts[1], parts[2]), Encoding.UTF8.GetBytes(body.ToJsonString())).Refusal.ShouldBe("signature", string.Join(' ', parts));
            }
        }
    }

    // one of them changed, cut or grown
    private static string[] Forge(Random random, params string[] parts)
    {
        string[] forged = [.. parts];
        int part = random.Next(parts.Length), at = random.Next(parts[part].Length);
        forged[part] = random.Next(3) switch
        {
            0 => parts[part][..at] + (char)(parts[part][at] ^ (1 << random.Next(7))) + parts[part][(at + 1)..],
            1 => parts[part][..at],
            _ => parts[part].Insert(at, ((char)random.Next(33, 126)).ToString()),
        };
        return forged;
    }

    private CallbackDoor Sealed() => Door(set => (set.Token, set.EncodingAesKey, set.Receiver) = (Token, Key, Owner));

    private CallbackDoor Door(Action<DingTalkOptions>? change = null)
    {
        DingTalkOptions options = new() { ClientId = "dingAPP", ClientSecret = "app-secret", Callback = true };
        change?.Invoke(options);
        return new CallbackDoor(Options.Create(options), _clock);
    }

    private static string Seal(string message, string receiver) => $$"""{"encrypt":"{{new EnvelopeCipher(Token, Key, receiver).Seal(message)}}"}""";

    private static string? Plain(CallbackResult result) => result.Plain is { } plain ? Encoding.UTF8.GetString(plain.Span) : null;
}
