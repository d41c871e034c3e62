using Bot.Channels.Envelopes;
using Tests.Support;

namespace Tests.Channels.Envelopes;

public sealed class RefusalsTests
{
    [Fact]
    public void However_many_there_are_they_are_told_once_a_minute_with_their_number()
    {
        ManualTimeProvider clock = new();
        Refusals refusals = new(clock);
        refusals.Add().ShouldBe(1, "the first at once");
        for (int i = 0; i < 1000; i++) { refusals.Add().ShouldBeNull(); }
        clock.Advance(TimeSpan.FromMinutes(1));
        refusals.Add().ShouldBe(1001);
        refusals.Add().ShouldBeNull();
    }
}
