namespace Tests.Support;

/// <summary>Example logs and data sets that lie beside the working copy and are not part of it.</summary>
public static class SharedMaterial
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("BOT_TEST_SHARED") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>The path of a file or folder; skips the test where the material is absent.</summary>
    public static string Require(params string[] parts)
    {
        string path = Path.Combine([Folder, .. parts]);
        Assert.SkipUnless(Path.Exists(path), "shared material not found");
        return path;
    }

    /// <summary>The path, or null where the material is absent.</summary>
    public static string? Find(params string[] parts)
    {
        string path = Path.Combine([Folder, .. parts]);
        return Path.Exists(path) ? path : null;
    }
}
