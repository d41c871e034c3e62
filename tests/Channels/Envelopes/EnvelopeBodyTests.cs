using System.Text;
using Bot.Channels.Envelopes;
using Tests.Support;

namespace Tests.Channels.Envelopes;

public sealed class EnvelopeBodyTests
{
    [Theory]
    [InlineData("""{"encrypt":"abc="}""", "abc=")]
    [InlineData("""  {"other":1,"encrypt":"abc="}""", "abc=")]
    [InlineData("<xml><ToUserName><![CDATA[wx]]></ToUserName><Encrypt><![CDATA[abc=]]></Encrypt><AgentID>1</AgentID></xml>", "abc=")]
    [InlineData("<?xml version=\"1.0\"?><xml><Encrypt>abc=</Encrypt></xml>", "abc=")]
    [InlineData("""{"encrypt":1}""", null)]
    [InlineData("""{"encrypt":"\ud800"}""", null)]
    [InlineData("""["encrypt"]""", null)]
    [InlineData("""{"encrypt":""", null)]
    [InlineData("<xml><Encrypt>abc", null)]
    [InlineData("<xml><Encrypt><b>abc</b></Encrypt></xml>", null)]
    [InlineData("<xml><Other>abc</Other></xml>", null)]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>", null)]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xml><Encrypt>&b;</Encrypt></xml>", null)]
    [InlineData("", null)]
    [InlineData("encrypt=abc", null)]
    public void What_is_encrypted_is_found_or_nothing(string body, string? encrypted) =>
        EnvelopeBody.Encrypted(Encoding.UTF8.GetBytes(body)).ShouldBe(encrypted);

    [Fact]
    public void A_signature_is_fresh_for_five_minutes_and_good_once()
    {
        ManualTimeProvider clock = new();
        SignedOnce once = new(clock);
        foreach ((int seconds, bool fresh) in new[] { (0, true), (300, true), (-300, true), (301, false), (-301, false) })
        {
            once.IsFresh(clock.GetUtcNow().AddSeconds(seconds)).ShouldBe(fresh, $"{seconds} s");
        }
        once.WasTaken("a").ShouldBeFalse();
        once.Take("a");
        once.WasTaken("a").ShouldBeTrue();
        clock.Advance(TimeSpan.FromMinutes(11));
        for (int i = 0; i < 4096; i++) { once.Take($"b{i}"); }
        once.WasTaken("a").ShouldBeFalse("its timestamp is believed no more");
        once.WasTaken("b0").ShouldBeTrue();
    }
}
