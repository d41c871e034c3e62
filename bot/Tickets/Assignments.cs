using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets.Moves;

namespace Bot.Tickets;

/// <summary>To whom tickets are given: who can be chosen, who is the usual one, and what that person is told.</summary>
public static class Assignments
{
    /// <summary>Longest name of someone outside the directory.</summary>
    public const int NameLength = 20;

    /// <summary>
    /// Everyone who can be given a ticket of the group, the usual one first: by how often matters of the topic and of the group
    /// went to them, then by what they are there for, then those who look after the group before the others.
    /// </summary>
    /// <param name="past">Name and topic of what was given out in this group before.</param>
    public static IReadOnlyList<Person> Choices(
        CommunityDirectory directory, Ticket ticket, IReadOnlyCollection<(string Person, string Topic)> past)
    {
        Grid? grid = directory.GridOf(ticket.Group);
        return
        [
            .. directory.People.Where(person => person.Role is not (PersonRoles.Resident or PersonRoles.Admin))
                .OrderByDescending(person => past.Count(one => one.Person == person.Name && one.Topic == ticket.Topic))
                .ThenByDescending(person => past.Count(one => one.Person == person.Name))
                .ThenByDescending(person => person.Groups.Contains(ticket.Group) || person.Name == grid?.Lead)
                .ThenByDescending(person => IsFor(person, ticket))
                .ThenBy(person => person.Name == ticket.Owner),
        ];
    }

    /// <summary>Names of those who answer for a ticket and can be told here: whoever has it, then its owner. Who was told by telephone is not, whoever gave it is.</summary>
    public static IEnumerable<string> InCharge(CommunityDirectory directory, Ticket ticket)
    {
        string?[] names = [ticket.IsPhoned ? ticket.Dispatcher : ticket.Assignee, ticket.Owner ?? directory.LeadOf(ticket.Group)?.Name];
        return names.OfType<string>().Distinct();
    }

    /// <summary>Why a ticket cannot be given to this name; null when it can.</summary>
    internal static string? Refusal(CommunityDirectory directory, string to, bool phoned)
    {
        string name = to.Trim();
        if (name.Length == 0) { return "请选一个人，或者写上名字"; }
        if (phoned && directory.PartnerNamed(name) is not null) { return null; }
        if (SafeWords.Length(name) > NameLength) { return $"名字请写在{NameLength}字以内"; }
        bool known = directory.PersonNamed(name) is { Role: not PersonRoles.Resident };
        return phoned || known ? null : $"名单里没有{name}，打过电话的话请用电话派";
    }

    internal static HandlerKind KindOf(CommunityDirectory directory, string to, bool phoned) => directory.PartnerNamed(to.Trim()) switch
    {
        _ when !phoned => HandlerKind.Person,
        null => HandlerKind.Outside,
        { Kind: PartnerKinds.Property } => HandlerKind.Property,
        _ => HandlerKind.Partner,
    };

    /// <summary>What the group is to hear when a matter went to 物业 or a 共建单位 that has to do it.</summary>
    internal static TicketMove Told(TicketWork work, bool tell)
    {
        if (!tell || work.Ticket.AssigneeKind is not (HandlerKind.Property or HandlerKind.Partner)) { return TicketMove.Silent; }
        work.Ticket.ContactedAt ??= work.Now;
        return TicketMove.Say(Heard.HandedOn);
    }

    internal static void TellAssignee(TicketWork work, string by)
    {
        Ticket ticket = work.Ticket;
        if (ticket.IsPhoned || ticket.Assignee == by) { return; }
        string place = SafeWords.Clean(ticket.Location, 24) is { Length: > 0 } known ? known : "地点不详";
        string until = work.Deadlines.Clock.Say(ticket.DueAt, work.Now);
        work.TellPerson(ticket.Assignee, $"【{ticket.Number}号】{by}派给您：{place}{SafeWords.Clean(ticket.Matter, 12)}，{until}前要回话。请到后台“我的”里接单。");
    }

    private static bool IsFor(Person person, Ticket ticket) =>
        (person.Role == PersonRoles.Property) == (ticket.Category is Category.Living or Category.Environment);
}
