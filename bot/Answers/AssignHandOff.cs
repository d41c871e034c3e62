using Bot.Grids;

namespace Bot.Answers;

/// <summary>Somebody else answers the questions of a matter. The group is told who answered when it is answered.</summary>
public sealed record AssignHandOff(IReadOnlyList<SeenQuestion> Questions, string Owner);

public sealed class AssignHandOffHandler(HandOffDesk desk, CommunityStore community)
{
    public Task<HandOffResult> HandleAsync(AssignHandOff command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Questions, (_, items) => Decide(items, command.Owner), cancellationToken);

    private string? Decide(IReadOnlyList<HandOff> items, string owner)
    {
        if (community.Current.PersonNamed(owner) is not { Role: not (PersonRoles.Resident or PersonRoles.Reader) }) { return "名单里没有这位，请重新选"; }
        if (items[0].Assign(owner) is { } refusal) { return refusal; }
        foreach (HandOff item in items.Skip(1)) { item.Assign(owner); }
        return null;
    }
}
