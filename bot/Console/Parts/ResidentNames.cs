using System.Text.RegularExpressions;
using Bot.Audit;
using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Console.Parts;

/// <summary>Who said something, as the person of the request may read it: to 只读 residents are 王**, their numbers 138****5678.</summary>
public sealed partial class ResidentNames(IHttpContextAccessor accessor, CommunityStore community)
{
    private readonly bool _masks = accessor.HttpContext?.Scope().Masked ?? true;

    public string Of(string? name) => !_masks || name is null or Ticket.Machine || IsStaff(name) ? name ?? "" : Masked.Name(name);

    /// <summary>Without the names that words call ("@3-1-502 记下了") and without numbers of people.</summary>
    public string Words(string text) =>
        _masks ? Called().Replace(PersonalNumbers.Mask(text), call => "@" + Of(call.Groups[1].Value)) : text;

    private bool IsStaff(string name) => community.Current.PersonNamed(name) is { Role: not PersonRoles.Resident };

    [GeneratedRegex(@"@([^\s@，。：！]{1,40})")]
    private static partial Regex Called();
}
