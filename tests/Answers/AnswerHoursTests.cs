using Bot.Answers;
using Bot.Grids.Holidays;
using Tests.Tickets;

namespace Tests.Answers;

public sealed class AnswerHoursTests
{
    private static readonly AnswerHours Hours = new(new AnswerOptions(), Given.Clock);

    [Theory]
    [InlineData("2026-11-20 09:12", "2026-11-20 13:00")]
    [InlineData("2026-11-20 09:42", "2026-11-20 13:30")]
    [InlineData("2026-11-20 14:05", "2026-11-20 18:00")]
    [InlineData("2026-11-20 14:35", "2026-11-23 10:00")]
    [InlineData("2026-11-20 20:00", "2026-11-23 10:00")]
    [InlineData("2026-11-19 20:00", "2026-11-20 10:00")]
    [InlineData("2026-11-20 06:00", "2026-11-20 10:00")]
    [InlineData("2026-11-21 10:00", "2026-11-23 10:00")]
    [InlineData("2026-11-22 06:00", "2026-11-23 10:00")]
    public void An_answer_is_due_today_or_on_the_next_working_morning(string asked, string due) =>
        Given.Clock.Local(Hours.Due(Given.Clock.Instant(DateTime.Parse(asked)))).ToString("yyyy-MM-dd HH:mm").ShouldBe(due);

    [Theory]
    [InlineData("2026-09-30 20:00", "2026-10-08 10:00")]
    [InlineData("2026-10-10 09:12", "2026-10-10 13:00")]
    public void A_holiday_is_no_working_day_and_a_shifted_one_is(string asked, string due) =>
        Given.Clock.Local(new AnswerHours(new AnswerOptions(), Given.Clock, () => RecordedHolidays.Calendar).Due(Given.Clock.Instant(DateTime.Parse(asked))))
            .ToString("yyyy-MM-dd HH:mm").ShouldBe(due);
}
