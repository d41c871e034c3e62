namespace Bot.Grids;

/// <summary>The words of <see cref="Person.Role"/>.</summary>
public static class PersonRoles
{
    public const string Resident = "resident";
    public const string Grid = "grid";
    public const string Property = "property";
    public const string Staff = "staff";
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Resident, Grid, Property, Staff, Admin];

    /// <summary>The word a person reads.</summary>
    public static string RoleTitle(string role) => role switch
    {
        Grid => "网格员",
        Property => "物业",
        Staff => "社区工作人员",
        Admin => "管理员",
        _ => "居民",
    };
}
