using Bot.Ai;
using Bot.Console.Parts;
using Bot.Triage.SecondOpinion;

namespace Bot.Console.Opinions;

/// <summary>A message with what the model said of it.</summary>
public sealed record OpinionRow(AskedOpinion Opinion, SaidMessage Said, bool CanUndo);

/// <summary>What only administrators see: cost and failures. The key is nowhere on it.</summary>
/// <param name="Server">Host of the endpoint.</param>
public sealed record ModelReport(string Server, ModelUse Today, ModelUse Month, int Waiting, IReadOnlyList<AskedOpinion> Failures, int CallsPerHour, int TokensPerDay);

/// <param name="Model">Name of the model; null while none is configured.</param>
/// <param name="Report">Null for workers.</param>
public sealed record OpinionsModel(string? Model, bool IsBroken, IReadOnlyList<OpinionRow> Rows, ModelReport? Report);
