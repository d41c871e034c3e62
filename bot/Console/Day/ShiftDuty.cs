using Bot.Grids;
using Bot.Grids.Duty;

namespace Bot.Console.Day;

/// <summary>交班 and 值班: who is on duty next where the person is on duty now, and the duty handed over with the shift.</summary>
public sealed class ShiftDuty(CommunityStore community, CommunityClock clock, HandDutyOverHandler handler, TimeProvider time)
{
    private const int MorningHour = 8;

    /// <summary>The grids the person is on duty for now.</summary>
    public IReadOnlyList<string> Of(string person) =>
        [.. community.Current.Grids.Select(grid => grid.Name).Where(grid => DutyAt(grid, time.GetUtcNow())?.Person.Name == person)];

    /// <summary>Those who are on duty after the person, or already instead of them.</summary>
    public IReadOnlyList<string> Next(string person)
    {
        DateTimeOffset now = time.GetUtcNow();
        return
        [
            .. community.Current.Grids.Where(grid => grid.Lead == person || DutyAt(grid.Name, now)?.Person.Name == person)
                .Select(grid => After(grid.Name, person, now)).OfType<string>().Distinct(),
        ];
    }

    /// <returns>The grids that have another on duty now.</returns>
    public async Task<IReadOnlyList<string>> HandOverAsync(string from, string to, CancellationToken cancellationToken)
    {
        List<string> done = [];
        foreach (string grid in Of(from))
        {
            if (await handler.HandleAsync(new HandDutyOver(grid, to, from), cancellationToken) is null) { done.Add(grid); }
        }
        return done;
    }

    /// <summary>The shift was taken back: so is the duty that went with it.</summary>
    public async Task TakeBackAsync(ShiftNote note, CancellationToken cancellationToken)
    {
        foreach (string grid in Of(note.To))
        {
            if (DutyAt(grid, time.GetUtcNow()) is not { Change: { } change } || change.By != note.From || change.From < note.At) { continue; }
            await handler.HandleAsync(new HandDutyOver(grid, note.From, note.From, Until: change.Until), cancellationToken);
        }
    }

    private string? After(string grid, string person, DateTimeOffset now)
    {
        OnDuty? duty = DutyAt(grid, now);
        if (duty?.Person.Name != person) { return duty?.Person.Name; }
        string? next = DutyAt(grid, duty.Until ?? clock.Instant(clock.Local(now).Date.AddDays(1).AddHours(MorningHour)))?.Person.Name;
        return next == person ? null : next;
    }

    private OnDuty? DutyAt(string grid, DateTimeOffset at) => DutyPlan.OnDuty(community.Current, grid, at, clock);
}
