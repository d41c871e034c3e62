using System.Text.RegularExpressions;
using Bot.Grids;
using Bot.Messaging;

namespace Bot.Channels.ChatRecord;

/// <summary>Who a nickname of a chat record is likely to be; a person can set it right before anything is taken in.</summary>
internal static partial class SenderGuess
{
    public static SenderRole Of(string sender, CommunityDirectory directory)
    {
        if (directory.BotNames.Contains(sender)) { return SenderRole.Bot; }
        Person? person = directory.PersonNamed(sender) ?? directory.People.FirstOrDefault(known => known.Title == sender)
            ?? directory.People.FirstOrDefault(known => known.Role != PersonRoles.Resident && Names(known).Any(name => sender.Contains(name, StringComparison.Ordinal)));
        if (person is not null) { return From(person.Role); }
        return Post().Match(sender) is not { Success: true } post ? SenderRole.Resident
            : post.Value.Contains("物业", StringComparison.Ordinal) ? SenderRole.Property
            : post.Value.Contains("网格", StringComparison.Ordinal) ? SenderRole.Grid
            : SenderRole.Staff;
    }

    private static IEnumerable<string> Names(Person person) =>
        new[] { person.Name, person.Title ?? "" }.Where(name => name.Length >= 2);

    private static SenderRole From(string role) => role switch
    {
        PersonRoles.Grid or PersonRoles.Lead or PersonRoles.Micro => SenderRole.Grid,
        PersonRoles.Property => SenderRole.Property,
        PersonRoles.Staff or PersonRoles.Admin or PersonRoles.Reader => SenderRole.Staff,
        _ => SenderRole.Resident,
    };

    // 物业费太贵 is no property manager
    [GeneratedRegex("网格(?:员|长)|(?:^|[-—_ 】\\]])物业(?!费|太|不|垃圾)|物业(?:管家|客服|经理|主任|前台|工程|维修|保安|中心)|(?:社区|居委会?|村委会?|街道)(?:书记|主任|干部|工作人员|民警|[\\p{L}]{0,3}$)")]
    private static partial Regex Post();
}
