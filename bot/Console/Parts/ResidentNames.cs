using Bot.Audit;
using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Console.Parts;

/// <summary>Who said something, as the person of the request may read it: to 只读 residents are 王**, their numbers 138****5678.</summary>
public sealed class ResidentNames(IHttpContextAccessor accessor, CommunityStore community)
{
    private readonly bool _masks = accessor.HttpContext?.Scope().Masked ?? true;

    public string Of(string? name) => !_masks || name is null or Ticket.Machine || IsStaff(name) ? name ?? "" : Masked.Name(name);

    public string Words(string text) => _masks ? PersonalNumbers.Mask(text) : text;

    private bool IsStaff(string name) => community.Current.PersonNamed(name) is { Role: not PersonRoles.Resident };
}
