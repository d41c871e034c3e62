using Bot.Console.Parts;
using Bot.Triage;

namespace Bot.Console.Heard;

/// <summary>A message and what was decided of it; no decision yet while it waits.</summary>
/// <param name="IsSetAside">Triage failed on it repeatedly.</param>
public sealed record HeardRow(long Seq, SaidMessage Said, MessageDecision? Decision, bool IsSetAside);

/// <param name="Older">Where the next older page begins; null at the end.</param>
public sealed record HeardModel(IReadOnlyList<HeardRow> Rows, IReadOnlyList<string> Groups, string? Group, long? Before, long? Older, bool OnlyAside);
