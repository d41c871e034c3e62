using System.ComponentModel.DataAnnotations;

namespace Bot.Storage;

public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The data folder; a relative path is taken from the content root.</summary>
    [Required]
    public string Path { get; set; } = "./.data";

    /// <summary>Below this the program reports itself as not ready.</summary>
    [Range(0, 1_000_000)]
    public int MinimumFreeMegabytes { get; set; } = 200;
}
