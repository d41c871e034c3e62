using Bot.Hosting.Settings;
using Bot.Storage;

namespace Bot.Hosting;

/// <summary>Tries the data folder before anything is opened in it.</summary>
internal static class FolderProbe
{
    private const string Key = $"{StorageOptions.Section}:{nameof(StorageOptions.Path)}";

    /// <summary>Makes it when missing, refuses it when nothing can be written into it.</summary>
    public static void Check(IConfiguration configuration)
    {
        string path = configuration[Key] is { Length: > 0 } set ? set : new StorageOptions().Path;
        try
        {
            string folder = Directory.CreateDirectory(Path.GetFullPath(path)).FullName;
            string probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException([SettingsCheck.Wrong(Key, path, $"须是一个能写入的文件夹（{e.Message}）")]);
        }
    }
}
