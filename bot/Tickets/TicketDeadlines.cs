using Bot.Grids;
using Bot.Grids.Holidays;
using Bot.Tickets.Deadlines;

namespace Bot.Tickets;

/// <summary>Until when a person must have spoken and the matter be done: a function of urgency and time on the community's clock.</summary>
/// <param name="preset">The times in force.</param>
/// <param name="holidays">The calendar in force.</param>
public sealed class TicketDeadlines(Func<DeadlinePreset> preset, Func<HolidayCalendar> holidays, CommunityClock clock)
{
    /// <summary>Times that never change and count by the clock: a replay answers the same in every year.</summary>
    public TicketDeadlines(TicketOptions options, CommunityClock clock)
        : this(() => new DeadlinePreset(options with { WorkingTime = false }), () => RecordedHolidays.Calendar, clock)
    {
    }

    public CommunityClock Clock => clock;

    public DeadlinePreset Preset => preset();

    /// <summary>By when a person must have spoken; rounded down to what people say: a full hour, half an hour for what is urgent.</summary>
    public DateTimeOffset Due(Urgency urgency, DateTimeOffset from) => InForce(urgency, from) switch
    {
        Urgency.Emergency => from.AddHours(Times.EmergencyHours),
        Urgency.High => ByClock(from, Times.HighHours),
        Urgency.Normal => InHours(from, Times.NormalHours),
        _ => InHours(from, 24 * Times.LowDays),
    };

    /// <summary>By when the matter must be done, or its result told.</summary>
    public DateTimeOffset FeedbackDue(Urgency urgency, DateTimeOffset from) => InForce(urgency, from) switch
    {
        Urgency.Emergency => from.AddHours(Times.EmergencyFeedbackHours),
        Urgency.High => ByClock(from, Times.HighFeedbackHours),
        Urgency.Normal => InHours(from, 24 * Times.NormalFeedbackDays),
        _ => InHours(from, 24 * Times.LowFeedbackDays),
    };

    /// <summary>The time promised once one was missed: soon for what is urgent, else the next morning; never at night.</summary>
    public DateTimeOffset NextPromise(Urgency urgency, DateTimeOffset now)
    {
        DateTime local = clock.Local(now);
        if (InForce(urgency, now) < Urgency.High)
        {
            DateTime morning = Times.WorkingTime ? Working().NextMorning(local, Times.MorningHour) : local.Date.AddDays(1).AddHours(Times.MorningHour);
            return clock.Instant(morning);
        }
        DateTimeOffset soon = Due(urgency == Urgency.Emergency ? urgency : Urgency.High, now);
        return urgency == Urgency.Emergency || !QuietHours.Covers(clock.Local(soon)) ? soon
            : clock.Instant(clock.Local(QuietHours.After(soon, clock)).Date.AddHours(Times.MorningHour));
    }

    private TicketOptions Times => preset().Times;

    private WorkingTime Working() => new(holidays(), Times.FromHour, Times.ToHour);

    private Urgency InForce(Urgency urgency, DateTimeOffset from) =>
        urgency == Urgency.Normal && preset().IsExtreme(clock.Local(from)) ? Urgency.High : urgency;

    private DateTimeOffset ByClock(DateTimeOffset from, int hours) => clock.Instant(Floor(clock.Local(from.AddHours(hours)), minutes: 30));

    private DateTimeOffset InHours(DateTimeOffset from, int hours)
    {
        if (Times.WorkingTime) { return clock.Instant(Floor(Working().After(clock.Local(from), hours), minutes: 60)); }
        DateTime local = clock.Local(from.AddHours(hours));
        DateTime due = Floor(local, minutes: 60);
        TimeSpan time = due.TimeOfDay;
        if (time < TimeSpan.FromHours(Times.FromHour))
        {
            due = local.Date.AddHours(Times.MorningHour);
        }
        else if (time > TimeSpan.FromHours(Times.ToHour))
        {
            due = local.Date.AddDays(1).AddHours(Times.MorningHour);
        }
        return clock.Instant(due);
    }

    private static DateTime Floor(DateTime time, int minutes) =>
        time.Date.AddMinutes(Math.Floor(time.TimeOfDay.TotalMinutes / minutes) * minutes);
}
