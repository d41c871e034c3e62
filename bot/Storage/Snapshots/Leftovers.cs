namespace Bot.Storage.Snapshots;

/// <summary>Copies that a backup or a restore makes in the data folder for a while; a power cut leaves them there.</summary>
internal static class Leftovers
{
    public const string Snapshot = ".snapshot-";
    public const string Checking = ".checking-";
    public const string Restoring = "restoring-";

    /// <summary>Only for who has claimed the folder, and when no restore is pending.</summary>
    public static void Remove(string folder)
    {
        DirectoryInfo data = new(folder);
        foreach (FileInfo file in data.GetFiles(Snapshot + "*")) { file.Delete(); }
        foreach (DirectoryInfo left in data.GetDirectories(Checking + "*").Concat(data.GetDirectories(Restoring + "*"))) { left.Delete(recursive: true); }
        foreach (FileInfo file in Directory.Exists(BackupFolder.Default(folder)) ? new DirectoryInfo(BackupFolder.Default(folder)).GetFiles("*.tmp") : [])
        {
            file.Delete();
        }
    }
}
