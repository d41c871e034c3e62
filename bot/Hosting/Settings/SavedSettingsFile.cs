using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;

namespace Bot.Hosting.Settings;

/// <summary>
/// The file of what was saved on pages. Secrets stand in it encrypted; their keys lie beside it, in a folder that is in no backup. Neither
/// the file nor a copy of the data shows them, only both together do.
/// </summary>
/// <param name="data">The data folder.</param>
internal sealed class SavedSettingsFile(string data)
{
    public const string Folder = "settings";
    private const string Purpose = "settings";

    /// <summary>Of the keys that pages save; with others one could move the data folder itself.</summary>
    private const string Beginning = "Channels:";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string _keys = Path.GetFullPath(Path.Combine(data, Folder, "keys"));

    public string Location { get; } = Path.GetFullPath(Path.Combine(data, Folder, "channels.json"));

    /// <summary>Tells whether somebody saved in between.</summary>
    public string Stamp => File.Exists(Location) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Location)), 0, 8) : "";

    /// <summary>What is saved now; a <see cref="SettingsException"/> when it cannot be read.</summary>
    public SavedSettings Read()
    {
        if (!File.Exists(Location)) { return SavedSettings.Nothing; }
        Stored stored = Parse();
        Dictionary<string, SavedSetting> values = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string value) in stored.Plain) { values[key] = new SavedSetting(value, IsSecret: false); }
        IDataProtector? protector = stored.Secret.Count > 0 ? Protector(reading: true) : null;
        foreach ((string key, string value) in stored.Secret) { values[key] = new SavedSetting(Unprotect(protector!, key, value), IsSecret: true); }
        return new SavedSettings(values, stored.Off.ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    public void Write(SavedSettings settings)
    {
        // each of its own: the mode holds for the last one alone
        CreatePrivate(Path.GetDirectoryName(_keys)!);
        CreatePrivate(_keys);
        IDataProtector protector = Protector(reading: false);
        Stored stored = new(
            settings.Values.Where(pair => !pair.Value.IsSecret).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value.Value),
            settings.Values.Where(pair => pair.Value.IsSecret).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => protector.Protect(pair.Value.Value)),
            [.. settings.Off.Order(StringComparer.Ordinal)]);
        string unfinished = Location + ".tmp";
        File.Delete(unfinished);
        using (FileStream file = new(unfinished, PrivateNew()))
        {
            JsonSerializer.Serialize(file, stored, Json);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, Location, overwrite: true);
    }

    private Stored Parse()
    {
        try
        {
            using FileStream file = File.OpenRead(Location);
            return JsonSerializer.Deserialize<Stored>(file, Json) is { IsSound: true } stored ? stored : throw new JsonException();
        }
        catch (JsonException e)
        {
            throw Damaged(e.LineNumber is { } line ? $"第 {line + 1} 行写坏了" : "里面是空的或者写坏了");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Damaged($"读不出来（{e.Message}）");
        }
    }

    private string Unprotect(IDataProtector protector, string key, string value)
    {
        try
        {
            return protector.Unprotect(value);
        }
        catch (Exception e) when (e is CryptographicException or InvalidOperationException or FormatException)
        {
            throw Damaged($"里的 {key} 解不开，旁边 keys 文件夹里的钥匙缺了或者换了");
        }
    }

    private SettingsException Damaged(string how) =>
        new([$"配置有误：{Location} {how}。这是在“渠道”页保存的设置：请放回完好的，或者把它移走，启动后在“渠道”页重新填。"]);

    // keys last for ever for reading, and a new one is made only for writing
    private IDataProtector Protector(bool reading) => DataProtectionProvider.Create(new DirectoryInfo(_keys), protection =>
    {
        protection.SetApplicationName("community-grid-bot");
        if (reading) { protection.DisableAutomaticKeyGeneration(); }
    }).CreateProtector(Purpose);

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows()) { Directory.CreateDirectory(folder); }
        else { Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
    }

    private static FileStreamOptions PrivateNew()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
        return options;
    }

    private sealed record Stored(Dictionary<string, string> Plain, Dictionary<string, string> Secret, string[] Off)
    {
        [JsonIgnore]
        public bool IsSound => Plain.Concat(Secret).All(pair => pair.Value is not null && pair.Key.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase));
    }
}
