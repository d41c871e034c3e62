using Bot.Hosting.Settings;
using Bot.Storage;
using Microsoft.Extensions.Options;

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
            DataFolder folder = new(Options.Create(new StorageOptions { Path = path }));
            folder.Create();
            string probe = folder.File($".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException([SettingsCheck.Wrong(Key, path, $"须是一个能写入的文件夹（{e.Message}）").Line]);
        }
    }
}
