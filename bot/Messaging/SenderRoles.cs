using Bot.Grids;

namespace Bot.Messaging;

/// <summary>The directory's word for a role as messages carry it.</summary>
internal static class SenderRoles
{
    public static SenderRole From(string role) => role switch
    {
        PersonRoles.Grid or PersonRoles.Lead or PersonRoles.Micro => SenderRole.Grid,
        PersonRoles.Property => SenderRole.Property,
        PersonRoles.Staff or PersonRoles.Admin or PersonRoles.Reader => SenderRole.Staff,
        _ => SenderRole.Resident,
    };
}
