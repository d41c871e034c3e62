using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Messaging.Activities;

namespace Bot.Messaging.Receiving;

/// <summary>A message that its sender changed is stored once for each of its wordings: "id", then "id~1a2b3c4d".</summary>
internal static class MessageVersions
{
    private const char Mark = '~';
    private const int HashLength = 8;

    /// <summary>The id under which the wording of an edit is stored.</summary>
    public static string IdOf(Activity edit)
    {
        string moment = edit.Timestamp?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{moment}\n{edit.Text}"));
        return $"{edit.Id}{Mark}{Convert.ToHexStringLower(hash)[..HashLength]}";
    }

    /// <summary>Ids of wordings lie between these two.</summary>
    public static (string After, string Before) Range(string id) => ($"{id}{Mark}", $"{id}{Mark}g");

    public static bool IsOf(string id, string stored) =>
        stored == id || (stored.Length == id.Length + 1 + HashLength && stored[id.Length] == Mark && stored.StartsWith(id, StringComparison.Ordinal));
}

/// <param name="IsHidden">Taken back, or replaced by a later wording.</param>
internal sealed record StoredVersion(string MessageId, string Text, string Images, bool IsHidden);
