namespace Bot.Grids;

/// <summary>The words of <see cref="Person.Role"/>.</summary>
public static class PersonRoles
{
    public const string Resident = "resident";

    /// <summary>网格长: leads a grid.</summary>
    public const string Lead = "lead";
    public const string Grid = "grid";

    /// <summary>微网格员: looks after some hundred households.</summary>
    public const string Micro = "micro";
    public const string Property = "property";
    public const string Staff = "staff";
    public const string Admin = "admin";

    /// <summary>只读: sees, changes nothing.</summary>
    public const string Reader = "reader";

    public static readonly IReadOnlyList<string> All = [Resident, Lead, Grid, Micro, Property, Staff, Admin, Reader];

    /// <summary>The word a person reads.</summary>
    public static string RoleTitle(string role) => role switch
    {
        Lead => "网格长",
        Grid => "网格员",
        Micro => "微网格员",
        Property => "物业",
        Staff => "社区",
        Admin => "管理员",
        Reader => "只读",
        _ => "居民",
    };
}
