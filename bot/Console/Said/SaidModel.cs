using Bot.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Said;

public sealed record SaidFilter
{
    [FromQuery(Name = "group")]
    public string? Group { get; init; }

    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    /// <summary>Rows older than this; for the next page.</summary>
    [FromQuery]
    public long? Before { get; init; }

    /// <summary>Only what was not said because the bot was silenced.</summary>
    [FromQuery]
    public bool? Unsaid { get; init; }

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
