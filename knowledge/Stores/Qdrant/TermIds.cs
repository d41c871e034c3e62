namespace Knowledge.Stores.Qdrant;

/// <summary>Terms as numbers of a sparse vector. Two of 200,000 terms share a number about five times over; it hurts nobody.</summary>
internal static class TermIds
{
    /// <summary>FNV-1a over the characters, mixed once more so that short terms spread.</summary>
    public static uint Of(string term)
    {
        uint hash = 2_166_136_261;
        foreach (char character in term) { hash = (hash ^ character) * 16_777_619; }
        hash = (hash ^ (hash >> 16)) * 0x85EB_CA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2_AE35;
        return hash ^ (hash >> 16);
    }
}
