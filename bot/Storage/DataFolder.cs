using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>Where everything the program keeps lies: the database, photos, the cached model, logs.</summary>
public sealed class DataFolder(IOptions<StorageOptions> options, IHostEnvironment? environment = null)
{
    /// <summary>Absolute.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(
        options.Value.Path, environment?.ContentRootPath ?? Directory.GetCurrentDirectory());

    public string Database => File("bot.db");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>For this user alone: it holds what residents said, hashes of passwords and keys.</summary>
    public void Create()
    {
        if (Directory.Exists(Path)) { return; }
        if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(Path); }
        else { Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    internal string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Database,
        DefaultTimeout = 5,
    }.ToString();
}
