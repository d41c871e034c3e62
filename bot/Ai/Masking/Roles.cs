using Bot.Grids;
using Bot.Messaging;

namespace Bot.Ai.Masking;

/// <summary>Who stands for whom in one question: 居民甲, 居民乙, 网格员, in the order they appear.</summary>
public sealed class Roles
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private int _residents;

    /// <summary>Begins with whom the community knows by name.</summary>
    public Roles(CommunityDirectory directory)
    {
        foreach (string name in directory.BotNames) { _roles[name] = "机器人"; }
        foreach (Person person in directory.People.Where(person => person.Role != PersonRoles.Resident))
        {
            _roles[person.Name] = PersonRoles.RoleTitle(person.Role);
            if (person.Title is { Length: > 1 } title) { _roles[title] = PersonRoles.RoleTitle(person.Role); }
        }
    }

    public string Of(string sender, SenderRole role)
    {
        if (!_roles.TryGetValue(sender, out string? known)) { _roles[sender] = known = New(role); }
        return known;
    }

    /// <summary>A mask that knows everybody named so far.</summary>
    public Masker ToMasker() => new(_roles);

    private string New(SenderRole role) => role switch
    {
        SenderRole.Grid => "网格员",
        SenderRole.Property => "物业",
        SenderRole.Staff => "社区工作人员",
        SenderRole.Bot => "机器人",
        _ => ++_residents <= Stems.Length ? $"居民{Stems[_residents - 1]}" : $"居民{_residents}",
    };
}
