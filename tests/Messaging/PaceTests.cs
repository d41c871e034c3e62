using Bot.Messaging;

namespace Tests.Messaging;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_conversation_waits_until_the_oldest_message_has_left_the_window()
    {
        Pace pace = new([new RateLimit(2, TimeSpan.FromMinutes(1), PerConversation: true)]);

        pace.TryTake("一群", Start).ShouldBeTrue();
        pace.TryTake("一群", Start.AddSeconds(20)).ShouldBeTrue();
        pace.TryTake("一群", Start.AddSeconds(30)).ShouldBeFalse();

        pace.TryTake("二群", Start.AddSeconds(30)).ShouldBeTrue("another group has its own count");
        pace.IsPaused("一群", Start.AddSeconds(59)).ShouldBeTrue();
        pace.NextEnd(Start.AddSeconds(30)).ShouldBe(Start.AddSeconds(60));
        pace.TryTake("一群", Start.AddSeconds(60)).ShouldBeTrue();
        pace.TryTake("一群", Start.AddSeconds(61)).ShouldBeFalse();
    }

    [Fact]
    public void Both_windows_hold()
    {
        Pace pace = new([new RateLimit(30, TimeSpan.FromMinutes(1), true), new RateLimit(40, TimeSpan.FromHours(1), true)]);
        int said = 0;
        for (int second = 0; second < 3600; second++) { said += pace.TryTake("一群", Start.AddSeconds(second)) ? 1 : 0; }

        said.ShouldBe(40);
        pace.TryTake("一群", Start.AddSeconds(3600)).ShouldBeTrue();
    }

    [Fact]
    public void The_whole_channel_counts_over_all_conversations()
    {
        Pace pace = new([new RateLimit(3, TimeSpan.FromSeconds(1), PerConversation: false)]);
        bool[] taken = [.. Enumerable.Range(0, 5).Select(number => pace.TryTake($"{number}群", Start))];

        taken.ShouldBe([true, true, true, false, false]);
        pace.IsPaused("别的群", Start).ShouldBeTrue();
        pace.TryTake("4群", Start.AddSeconds(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_pause_that_the_vendor_asked_for_holds_what_it_names()
    {
        Pace pace = new([]);
        pace.Pause("一群", Start.AddSeconds(10));
        pace.TryTake("一群", Start.AddSeconds(9)).ShouldBeFalse();
        pace.TryTake("二群", Start.AddSeconds(9)).ShouldBeTrue();

        pace.Pause(null, Start.AddSeconds(20));
        pace.TryTake("二群", Start.AddSeconds(19)).ShouldBeFalse();
        pace.NextEnd(Start.AddSeconds(11)).ShouldBe(Start.AddSeconds(20));
        pace.NextEnd(Start.AddSeconds(20)).ShouldBeNull();
        pace.TryTake("二群", Start.AddSeconds(20)).ShouldBeTrue();
    }
}
