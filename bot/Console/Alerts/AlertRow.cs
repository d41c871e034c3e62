using Bot.Tickets;

namespace Bot.Console.Alerts;

/// <summary>One emergency as it was called out.</summary>
public sealed record AlertRow(Alert Alert, string Matter, string? Location);

/// <param name="Open">Those nobody has acknowledged, the newest first.</param>
/// <param name="Past">The last ones that somebody did.</param>
public sealed record AlertsModel(IReadOnlyList<AlertRow> Open, IReadOnlyList<AlertRow> Past);
