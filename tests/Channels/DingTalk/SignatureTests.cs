using Bot.Channels.DingTalk;

namespace Tests.Channels.DingTalk;

public sealed class SignatureTests
{
    [Fact]
    public void The_secret_of_the_vendors_samples_gives_what_three_other_languages_give()
    {
        const string expected = "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=";
        TimestampSignature.Sign("1577262236757", "this is secret").ShouldBe(expected);
        TimestampSignature.Verifies(expected, "1577262236757", "this is secret").ShouldBeTrue();
        TimestampSignature.Verifies(expected, "1577262236758", "this is secret").ShouldBeFalse();
        TimestampSignature.Verifies(expected, "1577262236757", "this is Secret").ShouldBeFalse();
        TimestampSignature.Verifies("", "1577262236757", "this is secret").ShouldBeFalse();
    }
}
