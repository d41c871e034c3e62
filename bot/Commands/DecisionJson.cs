using System.Text.Json.Serialization;
using Bot.Triage;

namespace Bot.Commands;

/// <summary>How a decision is written, made at build time.</summary>
[JsonSerializable(typeof(Decision))]
internal sealed partial class DecisionJson : JsonSerializerContext;
