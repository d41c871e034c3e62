using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Grids.Duty;

namespace Bot.Grids;

/// <summary>The directory as JSON.</summary>
public static class DirectoryFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Write(CommunityDirectory directory) => JsonSerializer.Serialize(directory, Options);

    /// <summary>Reads it without asking whether it makes sense; <see cref="DirectoryRules"/> does.</summary>
    /// <param name="error">In Chinese, with the place; null when it could be read.</param>
    public static CommunityDirectory? Read(string json, out string? error)
    {
        try
        {
            error = null;
            return JsonSerializer.Deserialize<CommunityDirectory>(json.TrimStart('\uFEFF'), Options) is { } directory
                ? WithoutNulls(directory)
                : throw new JsonException("null");
        }
        catch (JsonException e)
        {
            string line = e.LineNumber is { } number ? $"第 {number + 1} 行" : "文件";
            string place = e.Path is { Length: > 1 } path ? $"（{path[2..]}）" : "";
            error = $"{line}{place}：{Cause(e)}";
            return null;
        }
    }

    private static string Cause(JsonException e) => e.Message switch
    {
        { } m when m.Contains("uplicate", StringComparison.Ordinal) => "同一个名字写了两次",
        { } m when m.Contains("could not be converted", StringComparison.Ordinal) => "这里的写法不对，请对照示例文件",
        "null" => "文件是空的",
        _ => "不是合格的 JSON，请检查逗号、引号和括号",
    };

    // a list that is written as null is an empty one
    private static CommunityDirectory WithoutNulls(CommunityDirectory directory) => directory with
    {
        BotNames = directory.BotNames ?? [],
        Groups = directory.Groups ?? new Dictionary<string, string?>(),
        Compounds = [.. (directory.Compounds ?? []).Select(compound => (compound ?? new Compound("")) with
        {
            Name = compound?.Name ?? "",
            Alias = compound?.Alias ?? [],
            Buildings = compound?.Buildings ?? [],
            Units = compound?.Units?.ToDictionary(building => building.Key, building => building.Value ?? []) ?? [],
            Style = compound?.Style ?? "buildings",
        })],
        Grids = [.. (directory.Grids ?? []).Select(grid => (grid ?? new Grid("")) with
        {
            Name = grid?.Name ?? "",
            Groups = grid?.Groups ?? [],
            Places = grid?.Places ?? [],
            MicroGrids = [.. (grid?.MicroGrids ?? []).Select(micro => (micro ?? new MicroGrid("")) with { Name = micro?.Name ?? "", Places = micro?.Places ?? [] })],
        })],
        Partners = [.. (directory.Partners ?? []).Select(partner => (partner ?? new Partner("")) with
        {
            Name = partner?.Name ?? "",
            Kind = partner?.Kind ?? PartnerKinds.Partner,
            Topics = partner?.Topics ?? [],
            Compounds = partner?.Compounds ?? [],
        })],
        People = [.. (directory.People ?? []).Select(person => (person ?? new Person("")) with
        {
            Name = person?.Name ?? "",
            Role = person?.Role ?? PersonRoles.Resident,
            Groups = person?.Groups ?? [],
        })],
        Duty = [.. (directory.Duty ?? []).Select(shift => (shift ?? new DutyShift("", "")) with
        {
            Grid = shift?.Grid ?? "",
            Person = shift?.Person ?? "",
            Days = shift?.Days ?? [],
            From = shift?.From ?? "",
            To = shift?.To ?? "",
        })],
        DutyChanges = [.. (directory.DutyChanges ?? []).Select(change => (change ?? new DutyChange("", "", default, default)) with
        {
            Grid = change?.Grid ?? "",
            Person = change?.Person ?? "",
        })],
    };
}
