using Bot.Grids;

namespace Bot.Tickets.Deadlines;

/// <summary>What can fall due on a ticket.</summary>
public enum DueAct
{
    /// <summary>Its 稍后 is over.</summary>
    Wake,

    /// <summary>A promise comes near.</summary>
    Remind,

    /// <summary>A promise passed and nobody spoke.</summary>
    Miss,

    /// <summary>The group is still to be told so.</summary>
    Apologise,

    /// <summary>The time by which it must be done comes near.</summary>
    RemindFeedback,

    /// <summary>That time passed.</summary>
    MissFeedback,

    /// <summary>Nobody objected for some days after 办好.</summary>
    VerifyBySilence,
}

/// <summary>What is due on a ticket now, and when to look again; null when nothing will be due by itself.</summary>
public sealed record DueLook(IReadOnlyList<DueAct> Acts, DateTimeOffset? Next)
{
    private static readonly TimeSpan LongestLead = TimeSpan.FromHours(24);

    /// <summary>Decides it: pure. At night only emergencies have anything due; the rest waits for the morning.</summary>
    public static DueLook Of(Ticket ticket, DeadlinePreset preset, CommunityClock clock, DateTimeOffset now)
    {
        (DueAct Act, DateTimeOffset At)[] moments = [.. ticket.IsOpen ? Open(ticket, preset.Times, now) : Ended(ticket, preset.Times)];
        DueAct[] due = [.. moments.Where(moment => moment.At <= now).Select(moment => moment.Act)];
        DateTimeOffset? next = moments.Where(moment => moment.At > now).Min(moment => (DateTimeOffset?)moment.At);
        return due.Length > 0 && ticket.Urgency != Urgency.Emergency && QuietHours.Covers(clock.Local(now))
            ? new DueLook([], QuietHours.After(now, clock))
            : new DueLook(due, next);
    }

    private static IEnumerable<(DueAct, DateTimeOffset)> Open(Ticket ticket, TicketOptions times, DateTimeOffset now)
    {
        if (ticket.SnoozedUntil is { } wake) { yield return (DueAct.Wake, wake); }
        if (ticket.SorryFor is not null) { yield return (DueAct.Apologise, now); }
        if (ticket.OwesWord)
        {
            DateTimeOffset promised = ticket.PromisedAt;
            if (promised > now && ticket.RemindedFor != promised) { yield return (DueAct.Remind, promised - Lead(ticket, times)); }
            if (ticket.MissedFor != promised) { yield return (DueAct.Miss, promised); }
        }
        if (ticket.FeedbackDueAt is not { } done || ticket.FeedbackMissedAt is not null) { yield break; }
        if (done > now && ticket.FeedbackRemindedAt is null) { yield return (DueAct.RemindFeedback, done - Early(done - ticket.OpenedAt)); }
        yield return (DueAct.MissFeedback, done);
    }

    private static IEnumerable<(DueAct, DateTimeOffset)> Ended(Ticket ticket, TicketOptions times) =>
        ticket is { State: TicketState.Resolved, AskedAt: { } asked, IsDisputed: false } ? [(DueAct.VerifyBySilence, asked.AddDays(times.SilentDays))] : [];

    // Never longer than half of what there was, or a person is reminded of what was just opened
    private static TimeSpan Lead(Ticket ticket, TicketOptions times)
    {
        TimeSpan lead = TimeSpan.FromMinutes(ticket.Urgency >= Urgency.High ? times.UrgentLeadMinutes : times.LeadMinutes);
        TimeSpan half = (ticket.PromisedAt - ticket.OpenedAt) / 2;
        return lead < half ? lead : half;
    }

    private static TimeSpan Early(TimeSpan whole) => whole / 4 < LongestLead ? whole / 4 : LongestLead;
}
