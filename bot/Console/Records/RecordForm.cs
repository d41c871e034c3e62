using System.Globalization;
using Bot.Channels.ChatRecord;
using Bot.Messaging;

namespace Bot.Console.Records;

/// <summary>The preview's form as sent.</summary>
internal static class RecordForm
{
    public static readonly IReadOnlyList<(SenderRole Role, string Title)> Roles =
    [
        (SenderRole.Resident, "居民"),
        (SenderRole.Grid, "网格员"),
        (SenderRole.Property, "物业"),
        (SenderRole.Staff, "社区"),
        (SenderRole.Bot, "机器人"),
    ];

    public static string Title(this SenderRole role) => Roles.First(known => known.Role == role).Title;

    public static ChangeRecord Read(int id, int version, IFormCollection form)
    {
        Dictionary<string, SenderRole> roles = [];
        // Names and roles stand in the order of the page
        foreach ((string? sender, string? role) in form["sender"].Zip(form["role"]))
        {
            if (sender is not null && Enum.TryParse(role, out SenderRole chosen) && Enum.IsDefined(chosen)) { roles[sender] = chosen; }
        }
        return new ChangeRecord(id, version, form["group"], Day(form["day"]), roles);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is >= 2000 and < 2200 ? day : null;
}
