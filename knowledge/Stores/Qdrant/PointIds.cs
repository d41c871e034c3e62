using System.Security.Cryptography;
using System.Text;

namespace Knowledge.Stores.Qdrant;

/// <summary>The same id for the same place, so that whatever is sent twice stands there once.</summary>
internal static class PointIds
{
    // the name space of these names (RFC 9562, version 5)
    private static readonly byte[] Space = new Guid("6d3f0e6c-5b7e-5a53-9a0e-3c1e7f5a9b21").ToByteArray(bigEndian: true);

    /// <param name="passage">-1 for the whole document.</param>
    public static Guid Of(string document, int passage)
    {
#pragma warning disable CA5350 // the version of the standard asks for this hash; nothing is protected by it
        byte[] hash = SHA1.HashData([.. Space, .. Encoding.UTF8.GetBytes($"{document}#{passage}")]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
