using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Messaging.Activities;

/// <summary>
/// A vendor that cuts a text in the middle of an emoji sends half of a pair of characters, which no reader of JSON takes.
/// U+FFFD stands in its place, so that the other words are not lost.
/// </summary>
internal static partial class HalfCharacters
{
    /// <summary>The text of a string of JSON.</summary>
    public static string? Read(JsonElement text)
    {
        try
        {
            using JsonDocument mended = JsonDocument.Parse(Mend(JsonMarshal.GetRawUtf8Value(text)));
            return mended.RootElement.GetString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The same JSON without half characters.</summary>
    public static string Mend(ReadOnlySpan<byte> json) =>
        Escape().Replace(Encoding.UTF8.GetString(json), found => found.Groups["half"].Success ? @"\uFFFD" : found.Value);

    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)")]
    private static partial Regex Escape();
}
