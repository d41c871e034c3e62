using Bot.Grids;

namespace Bot.Console.Setup;

internal static class Workers
{
    /// <summary>The directory with this person in it; who is known stays as they are.</summary>
    public static CommunityDirectory WithWorker(this CommunityDirectory directory, string? name, string role) =>
        name is null || directory.PersonNamed(name) is not null ? directory
        : directory with { People = [.. directory.People, new Person(name) { Role = role, Title = TitleOf(name, role) }] };

    /// <summary>陈秀兰 is called 陈网格长 in the group; a name that is none is said as it stands.</summary>
    public static string? TitleOf(string name, string role) =>
        role == PersonRoles.Lead && name.Length is >= 2 and <= 3 && name.All(sign => sign is >= '一' and <= '鿿') ? $"{name[0]}网格长" : null;
}
