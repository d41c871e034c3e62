using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Bot.Ai;

/// <summary>One thing to ask: a rendered prompt.</summary>
/// <param name="Task">Name of the prompt, under which it is counted.</param>
/// <param name="Schema">Of the answer; asked for where the server knows schemas, checked by whoever asks in any case.</param>
public sealed record ModelRequest(string Task, IReadOnlyList<ChatMessage> Messages, int MaxTokens, float Temperature, JsonElement? Schema = null)
{
    /// <summary>What may be used at most; a Chinese character is about one token, and every message has a frame.</summary>
    public int MostTokens => InputEstimate + MaxTokens;

    public int InputEstimate => Messages.Sum(message => message.Text.Length + 8);
}
