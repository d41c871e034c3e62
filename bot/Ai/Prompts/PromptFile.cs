using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Bot.Ai.Prompts;

/// <summary>A prompt as its file says: who says what, with places for <c>{{$variables}}</c>.</summary>
/// <param name="Messages">Role and words of each message.</param>
public sealed partial record PromptFile(
    string Name, int Version, IReadOnlyList<string> Inputs, int MaxTokens, float Temperature, IReadOnlyList<(ChatRole Role, string Body)> Messages)
{
    /// <summary>"second-opinion 1".</summary>
    public string Title => $"{Name} {Version}";

    /// <summary>Fills the places in; what is filled in is never read as a template.</summary>
    public ModelRequest Render(IReadOnlyDictionary<string, string> values, JsonElement? schema = null) => new(
        Name,
        [.. Messages.Select(message => new ChatMessage(message.Role, Place().Replace(message.Body, place => values[place.Groups[1].Value])))],
        MaxTokens, Temperature, schema);

    [GeneratedRegex(@"\{\{\s*\$([a-z_]+)\s*\}\}")]
    internal static partial Regex Place();
}
