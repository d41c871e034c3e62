namespace Bot.Grids.Duty;

/// <summary>What a roster must be; each error says in Chinese what is wrong and where.</summary>
internal static class DutyRules
{
    public static IEnumerable<string> Errors(CommunityDirectory directory)
    {
        foreach ((int number, DutyShift shift) in directory.Duty.Index())
        {
            string where = $"duty 第 {number + 1} 班「{shift.Grid} {shift.Person}」";
            foreach (string error in Names(directory, shift.Grid, shift.Person)) { yield return $"{where}：{error}"; }
            if (shift.Days.Any(day => day is < 1 or > 7)) { yield return $"{where}：days 只能是 1（周一）到 7（周日）"; }
            if (DutyPlan.TimeOf(shift.From) is null || DutyPlan.TimeOf(shift.To) is null) { yield return $"{where}：时间要写成 08:00 这样"; }
        }
        foreach ((int number, DutyChange change) in directory.DutyChanges.Index())
        {
            string where = $"duty_changes 第 {number + 1} 条「{change.Grid} {change.Person}」";
            foreach (string error in Names(directory, change.Grid, change.Person)) { yield return $"{where}：{error}"; }
            if (change.Until <= change.From) { yield return $"{where}：结束时间要在开始之后"; }
            if (change.Note?.Length > HandDutyOverHandler.LongestNote) { yield return $"{where}：交代的话超过 {HandDutyOverHandler.LongestNote} 个字"; }
        }
    }

    private static IEnumerable<string> Names(CommunityDirectory directory, string grid, string person)
    {
        if (directory.Grids.All(known => known.Name != grid)) { yield return $"网格「{grid}」不在 grids 里"; }
        if (directory.PersonNamed(person) is not { } known) { yield return $"「{person}」不在 people 里"; }
        else if (known.Role is PersonRoles.Resident or PersonRoles.Reader) { yield return $"「{person}」是{PersonRoles.RoleTitle(known.Role)}，不能值班"; }
    }

    /// <summary>A directory in which people or grids changed, without the duties of those that are gone.</summary>
    public static CommunityDirectory WithoutStale(CommunityDirectory changed, CommunityDirectory before) => changed with
    {
        Duty = [.. changed.Duty.Where(shift => !before.Duty.Contains(shift) || !Names(changed, shift.Grid, shift.Person).Any())],
        DutyChanges = [.. changed.DutyChanges.Where(change => !before.DutyChanges.Contains(change) || !Names(changed, change.Grid, change.Person).Any())],
    };
}
