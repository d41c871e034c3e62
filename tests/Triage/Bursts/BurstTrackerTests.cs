using Bot.Triage;
using Bot.Triage.Bursts;
using Bot.Triage.Classifier;
using Bot.Triage.Reading;

namespace Tests.Triage.Bursts;

public sealed class BurstTrackerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly BurstTracker _bursts = new(BurstTimes.Default);

    [Fact]
    public void A_burst_closes_45_seconds_after_its_last_message()
    {
        Say("甲", 0);
        Say("甲", 40);
        _bursts.TryTakeDue(At(85), out _, out _).ShouldBeFalse();
        _bursts.TryTakeDue(At(86), out Burst burst, out DateTimeOffset closedAt).ShouldBeTrue();
        (burst.Findings.Count, closedAt).ShouldBe((2, At(85)));
    }

    [Fact]
    public void It_closes_3_minutes_after_its_first_message_however_much_is_said()
    {
        for (int second = 0; second < 180; second += 30) { Say("甲", second); }
        _bursts.TryTakeDue(At(181), out Burst burst, out DateTimeOffset closedAt).ShouldBeTrue();
        (burst.Findings.Count, closedAt).ShouldBe((6, At(180)));
    }

    [Fact]
    public void Each_sender_has_a_burst_of_their_own_and_the_earlier_due_comes_first()
    {
        Say("甲", 0);
        Say("乙", 5);
        Say("甲", 20);
        _bursts.TryTakeDue(At(100), out Burst first, out _).ShouldBeTrue();
        _bursts.TryTakeDue(At(100), out Burst second, out _).ShouldBeTrue();
        (first.Sender, second.Sender).ShouldBe(("乙", "甲"));
        _bursts.TryTakeDue(At(1000), out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_burst_closed_early_never_comes_due()
    {
        _bursts.Close(Say("甲", 0));
        _bursts.TryTakeDue(At(1000), out _, out _).ShouldBeFalse();
        _bursts.StartedBefore(At(1000)).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_message_that_was_taken_back_it_closes_by_what_is_left()
    {
        Say("甲", 0);
        Burst burst = Say("甲", 40);
        _bursts.Forget(burst.Findings[1].Message);
        _bursts.TryTakeDue(At(46), out Burst left, out DateTimeOffset closedAt).ShouldBeTrue();
        (left.Findings.Count, closedAt).ShouldBe((1, At(45)));
        _bursts.TryTakeDue(At(1000), out _, out _).ShouldBeFalse();

        burst = Say("乙", 100);
        Say("乙", 140);
        _bursts.TryTakeDue(At(150), out _, out _).ShouldBeFalse("its first time has passed");
        _bursts.Forget(burst.Findings[1].Message);
        _bursts.TryTakeDue(At(150), out left, out closedAt).ShouldBeTrue();
        (left.Findings.Count, closedAt).ShouldBe((1, At(145)));
    }

    [Fact]
    public void One_of_which_nothing_is_left_never_comes_due()
    {
        Burst burst = Say("甲", 0);
        _bursts.Forget(burst.Findings[0].Message);
        _bursts.TryTakeDue(At(1000), out _, out _).ShouldBeFalse();
        Say("甲", 1010);
        _bursts.TryTakeDue(At(1100), out Burst next, out _).ShouldBeTrue();
        next.Findings.Count.ShouldBe(1);
    }

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    private Burst Say(string sender, int second) => _bursts.Add(new Finding(
        new ChatMessage($"{sender}{second}", "群", At(second), sender, "话"),
        MessageText.Parse("话", [], hasImages: false),
        new Prediction([], [], [], [], [], 0), null, null, Doubts.None, Cues.None, 0));
}
