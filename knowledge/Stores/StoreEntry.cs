using System.Security.Cryptography;
using System.Text.Json;

namespace Knowledge.Stores;

/// <summary>A document that a store holds, without its text.</summary>
/// <param name="Mark">See <see cref="MarkOf"/>.</param>
/// <param name="Effective">Its first day; null where it says none.</param>
public sealed record StoreEntry(string Name, string Mark, bool Enabled, DateOnly? Effective)
{
    /// <summary>Tells documents apart by everything they say, whether switched on or not, and wherever they were read.</summary>
    public static string MarkOf(StoredDocument stored) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(stored with { Enabled = true, Fingerprint = null })).AsSpan(0, 16));
}
