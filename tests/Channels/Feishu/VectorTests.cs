using System.Text;
using Bot.Channels.Feishu.Sending;
using Bot.Channels.Feishu.Webhook;

namespace Tests.Channels.Feishu;

/// <summary>What the vendor publishes, and what its own client computes.</summary>
public sealed class VectorTests
{
    [Theory]
    [InlineData("test key", "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=", "hello world")]
    [InlineData(
        "mazhe.nerd",
        "tT1xP+ovuc0T3b/rnZX3ax76exqAn0ANQ6/U45GcciC0mgNBc8JtvqOJGNAPMKpgRs2dVU1NYk9VDeqS8T4SYtU0hzNU54aS84WnxvZ3VFfDcy/RyABlNqlUiGyLDzFI0yxdCMT4KR/YEQXlt6nZi50KwRlZ+A75r645KesZuLMljezYyY8VeeXEVjPw35+e",
        """{"challenge":"5634b122-c042-4634-bc7f-b07a3c3e77ad","token":"iRdCP2WwXNBXRM3mGLqhrgch3cn0gbT6","type":"url_verification"}""")]
    public void What_is_sealed_is_opened(string key, string sealedText, string plain) =>
        Encoding.UTF8.GetString(new EventCipher(key).Open(sealedText)!).ShouldBe(plain);

    [Fact]
    public void A_bot_of_a_group_signs_with_nothing() => HookChannel.Sign(1599360473, "demo").ShouldBe("l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");

    [Fact]
    public void A_request_is_signed_over_the_bytes_as_they_came()
    {
        EventCipher cipher = new("encrypt-key");
        // echo -n '1700000000n0nceencrypt-key{ "a": 1 }' | sha256sum
        string expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("1700000000n0nceencrypt-key{ \"a\": 1 }"u8));
        cipher.Sign("1700000000", "n0nce", "{ \"a\": 1 }"u8).ShouldBe(expected);
        cipher.Verifies(expected, "1700000000", "n0nce", "{ \"a\": 1 }"u8).ShouldBeTrue();
        cipher.Verifies(expected, "1700000000", "n0nce", "{\"a\":1}"u8).ShouldBeFalse("the same JSON in other bytes");
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base 64")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk")]
    public void What_was_not_sealed_is_not_opened(string sealedText) => new EventCipher("test key").Open(sealedText).ShouldBeNull();
}
