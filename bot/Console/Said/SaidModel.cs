using Bot.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Said;

/// <param name="Before">Rows older than this; for the next page.</param>
/// <param name="Unsaid">Only what was not said because the bot was silenced.</param>
public sealed record SaidFilter([FromQuery(Name = "group")] string? Group, [FromQuery(Name = "q")] string? Words, [FromQuery] long? Before, [FromQuery] bool? Unsaid)
{
    public string Address(long? before, bool? unsaid = null) => "/console/said" + QueryString.Create(new Dictionary<string, string?>
    {
        ["group"] = Group,
        ["q"] = Words,
        ["before"] = before?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["unsaid"] = unsaid ?? Unsaid is true ? "true" : null,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}

/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Kept">What was typed into a correction that was refused.</param>
public sealed record SaidModel(
    SaidFilter Filter, IReadOnlyList<OutboxMessage> Rows, IReadOnlyList<string> Groups, long? Next, string? Kept = null, string? Error = null);
