using Bot.Grids;

namespace Bot.Tickets;

/// <summary>Until when a person must have spoken: a function of urgency and time on the community's clock.</summary>
public sealed class TicketDeadlines(TicketOptions options, CommunityClock clock)
{
    public CommunityClock Clock => clock;

    /// <summary>Rounded down to what people say: a full hour, half an hour for what is urgent.</summary>
    public DateTimeOffset Due(Urgency urgency, DateTimeOffset from) => urgency switch
    {
        Urgency.Emergency => from.AddHours(options.EmergencyHours),
        Urgency.High => clock.Instant(Floor(clock.Local(from.AddHours(options.HighHours)), minutes: 30)),
        Urgency.Normal => InHours(clock.Local(from.AddHours(options.NormalHours))),
        _ => InHours(clock.Local(from.AddDays(options.LowDays))),
    };

    private DateTimeOffset InHours(DateTime local)
    {
        DateTime due = Floor(local, minutes: 60);
        TimeSpan time = due.TimeOfDay;
        if (time < TimeSpan.FromHours(options.FromHour))
        {
            due = local.Date.AddHours(options.MorningHour);
        }
        else if (time > TimeSpan.FromHours(options.ToHour))
        {
            due = local.Date.AddDays(1).AddHours(options.MorningHour);
        }
        return clock.Instant(due);
    }

    private static DateTime Floor(DateTime time, int minutes) =>
        time.Date.AddMinutes(Math.Floor(time.TimeOfDay.TotalMinutes / minutes) * minutes);
}
