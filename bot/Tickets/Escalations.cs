using Bot.Grids;

namespace Bot.Tickets;

/// <summary>Who answers for a matter at which level: pure.</summary>
public static class Escalations
{
    /// <summary>The name of the person; null where the directory names nobody, and the owner stays who it was.</summary>
    public static string? OwnerAt(CommunityDirectory directory, string group, EscalationLevel level) => level switch
    {
        EscalationLevel.Lead => (directory.LeadOf(group) ?? directory.BackupOf(group))?.Name,
        // 街道 is reached by telephone: the community's person takes it there and stays in charge
        EscalationLevel.Community or EscalationLevel.Subdistrict => OfCommunity(directory, group),
        _ => null,
    };

    /// <summary>The next level up that has another person than the owner; 街道 at the end.</summary>
    public static EscalationLevel Next(CommunityDirectory directory, Ticket ticket)
    {
        EscalationLevel next = (EscalationLevel)Math.Min((int)ticket.Level + 1, (int)EscalationLevel.Subdistrict);
        bool isTheSame = next == EscalationLevel.Lead && (OwnerAt(directory, ticket.Group, next) is not { } lead || lead == ticket.Owner);
        return isTheSame ? EscalationLevel.Community : next;
    }

    private static string? OfCommunity(CommunityDirectory directory, string group) =>
        (directory.MembersOf(group).FirstOrDefault(person => person.Role == PersonRoles.Staff)
            ?? directory.People.FirstOrDefault(person => person.Role == PersonRoles.Staff)
            ?? (directory.Administrators() is [Person first, ..] ? first : null))?.Name;
}
