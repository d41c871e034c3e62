using Tests.Support;

namespace Tests.Architecture;

/// <summary>
/// Which folder of <c>bot/</c> may name the types of which, from the ground up: a folder names only folders above its own row.
/// A folder below a feature may have a row of its own; without one it follows the row of the folder around it.
/// "X" allows the row X alone, "X.*" also the rows below it.
/// </summary>
internal static class Folders
{
    /// <summary>Stands for <c>Program.cs</c>, which names every feature once.</summary>
    public const string Program = "Program";

    private const string Root = "Bot";

    private static readonly string[] Features =
        ["Sheets", "Storage", "Audit", "Grids", "Backups", "Messaging", "Channels.*", "Tickets", "Figures", "Answers", "Notices", "Ai", "Triage.*", "Privacy", "Open311"];

    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new OrderedDictionary<string, string[]>
    {
        // only this folder names the libraries that write and read spreadsheets
        ["Sheets"] = [],
        ["Storage"] = [],
        ["Audit"] = ["Storage"],
        ["Grids"] = ["Storage", "Audit", "Sheets"],
        ["Backups"] = ["Storage", "Grids"],
        ["Messaging"] = ["Storage", "Audit", "Grids"],
        // what several vendors share
        ["Channels.Envelopes"] = [],
        ["Channels.WebChat"] = ["Storage", "Audit", "Grids", "Messaging"],
        ["Channels.ChatRecord"] = ["Storage", "Audit", "Grids", "Messaging"],
        ["Channels.BotFramework"] = ["Storage", "Audit", "Grids", "Messaging", "Channels.Envelopes", "Channels.WebChat"],
        ["Channels.DingTalk"] = ["Storage", "Audit", "Grids", "Messaging", "Channels.Envelopes"],
        ["Channels.Feishu"] = ["Storage", "Audit", "Grids", "Messaging", "Channels.Envelopes"],
        ["Channels.Http"] = ["Storage", "Audit", "Grids", "Messaging"],
        ["Channels.WeCom"] = ["Storage", "Audit", "Grids", "Messaging", "Channels.Envelopes"],
        ["Tickets"] = ["Sheets", "Storage", "Audit", "Grids", "Messaging"],
        ["Figures"] = ["Sheets", "Storage", "Grids", "Tickets"],
        ["Answers"] = ["Storage", "Audit", "Grids", "Messaging"],
        ["Notices"] = ["Storage", "Audit", "Grids", "Messaging"],
        // only this folder names the model's client
        ["Ai"] = ["Storage", "Audit", "Grids", "Messaging"],
        // the words of triage (kinds, intents, topics, a message) lie in its own folder, above the parts that use them
        ["Triage"] = ["Storage", "Audit", "Grids", "Messaging", "Tickets", "Answers", "Triage.Bursts", "Triage.Classifier", "Triage.Engines",
            "Triage.Incidents", "Triage.Judging", "Triage.Locations", "Triage.Reading", "Triage.SecondOpinion", "Triage.Wording"],
        ["Triage.Classifier"] = ["Triage", "Messaging", "Tickets"],
        ["Triage.Locations"] = ["Grids"],
        ["Triage.Reading"] = ["Triage", "Triage.Classifier", "Triage.Locations", "Grids", "Messaging", "Tickets"],
        ["Triage.Bursts"] = ["Triage", "Triage.Reading"],
        ["Triage.Incidents"] = ["Triage", "Triage.Classifier", "Triage.Locations", "Triage.Reading", "Tickets"],
        ["Triage.Judging"] = ["Triage", "Triage.Bursts", "Triage.Classifier", "Triage.Incidents", "Triage.Locations", "Triage.Reading",
            "Grids", "Tickets", "Answers"],
        ["Triage.Engines"] = ["Triage.Classifier", "Storage"],
        ["Triage.Review"] = ["Triage", "Triage.Classifier", "Triage.Locations", "Triage.Reading", "Storage", "Grids", "Messaging", "Tickets"],
        ["Triage.Learning"] = ["Triage", "Triage.Classifier", "Triage.Engines", "Triage.Review", "Storage", "Grids", "Messaging", "Tickets", "Answers"],
        ["Triage.SecondOpinion"] = ["Triage", "Triage.Judging", "Triage.Incidents", "Triage.Reading", "Triage.Review", "Ai", "Storage", "Grids", "Messaging", "Tickets"],
        ["Triage.Wording"] = ["Triage.SecondOpinion", "Ai", "Answers", "Storage", "Grids", "Messaging"],
        // takes a person's words away wherever a feature keeps them, so it knows them all
        ["Privacy"] = ["Sheets", "Storage", "Audit", "Grids", "Messaging", "Tickets", "Answers", "Triage", "Triage.Locations", "Triage.Review"],
        // no chat: other systems read and file tickets
        ["Open311"] = ["Storage", "Grids", "Messaging", "Tickets", "Triage", "Triage.Locations"],
        // it starts the program, and its greeting says where the pages are and whether the engine is ready
        ["Hosting"] = [Program, "Hosting.*", "Storage", "Audit", "Grids", "Channels.WebChat", "Triage"],
        ["Hosting.Logging"] = ["Storage", "Messaging", "Hosting.Settings"],
        ["Hosting.Settings"] = ["Storage"],
        ["Hosting.Web"] = ["Grids"],
        // the pages of channels save settings
        ["Console"] = [.. Features, "Hosting.Settings"],
        ["Commands"] = [.. Features, "Hosting.*"],
        [Program] = [.. Features, "Hosting.*", "Console", "Commands"],
    };

    /// <summary>The row that a namespace follows; null outside the program's own namespaces.</summary>
    public static string? RowOf(string? space)
    {
        if (space == Root) { return Program; }
        string? name = space?.StartsWith(Root + ".", StringComparison.Ordinal) == true ? space[(Root.Length + 1)..] : null;
        while (name is not null && !Allowed.ContainsKey(name))
        {
            name = name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : null;
        }
        return name;
    }

    public static bool MayName(string user, string used) => user == used || Allowed[user].Any(allowed =>
        allowed.EndsWith(".*", StringComparison.Ordinal)
            ? used == allowed[..^2] || used.StartsWith(allowed[..^1], StringComparison.Ordinal)
            : used == allowed);

    /// <summary>The folders of code under <c>bot/</c>, as the names of their rows.</summary>
    public static IEnumerable<string> OnDisk() => Directory.GetDirectories(Repository.File("bot"))
        .SelectMany(folder => Path.GetFileName(folder) == "Channels" ? Directory.GetDirectories(folder) : [folder])
        .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
        .Select(folder => Path.GetRelativePath(Repository.File("bot"), folder).Replace(Path.DirectorySeparatorChar, '.'))
        .Where(name => name is not ("bin" or "obj"));
}
