namespace Bot.Grids.Duty;

/// <summary>值班换人, from now on.</summary>
/// <param name="Until">Null for as long as the one now on duty would have been, or until 8:00 tomorrow.</param>
public sealed record HandDutyOver(string Grid, string Person, string By, string? Note = null, DateTimeOffset? Until = null);

public sealed class HandDutyOverHandler(CommunityStore community, CommunityClock clock, TimeProvider time)
{
    public const int LongestNote = 300;
    private const int MorningHour = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <returns>Null when done, else why not.</returns>
    public Task<string?> HandleAsync(HandDutyOver command, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return community.ChangeAsync(current => Decide(current, command, now, clock), cancellationToken);
    }

    internal static CommunityDirectory Decide(CommunityDirectory current, HandDutyOver command, DateTimeOffset now, CommunityClock clock)
    {
        DateTimeOffset until = command.Until
            ?? DutyPlan.OnDuty(current, command.Grid, now, clock)?.Until
            ?? clock.Instant(clock.Local(now).Date.AddDays(1).AddHours(MorningHour));
        DutyChange change = new(command.Grid, command.Person, now, until) { By = command.By, Note = command.Note };
        return current with { DutyChanges = [.. current.DutyChanges.Where(old => old.Until > now - Kept), change] };
    }
}
