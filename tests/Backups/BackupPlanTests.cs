using Bot.Backups;
using Bot.Grids;

namespace Tests.Backups;

public sealed class BackupPlanTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_next_is_due_at_the_hour_after_the_newest() =>
        Due(Noon.AddHours(-9), Noon.AddDays(-3)).ShouldBe(Noon.AddHours(15));

    [Fact]
    public void One_made_by_hand_in_the_evening_does_not_replace_that_of_the_night() =>
        Due(Noon.AddHours(10), Noon.AddDays(-3)).ShouldBe(Noon.AddHours(15));

    [Fact]
    public void A_missed_hour_is_caught_up_soon_after_the_start() =>
        Due(Noon.AddDays(-2), Noon).ShouldBe(Noon + BackupPlan.AfterStart);

    [Fact]
    public void The_first_one_does_not_wait_for_the_night() =>
        Due(newest: null, Noon).ShouldBe(Noon + BackupPlan.FirstAfterStart);

    [Fact]
    public void What_failed_is_tried_again_after_an_hour() =>
        Due(Noon.AddDays(-2), Noon.AddDays(-5), failed: Noon).ShouldBe(Noon.AddHours(1));

    private static DateTimeOffset Due(DateTimeOffset? newest, DateTimeOffset started, DateTimeOffset? failed = null) =>
        BackupPlan.Due(newest, started, failed, 3, CommunityClock.China);
}
