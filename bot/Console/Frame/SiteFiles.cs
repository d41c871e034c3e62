using System.Security.Cryptography;

namespace Bot.Console.Frame;

/// <summary>Addresses of our own files, with a mark of their content so that a browser keeps them until they change.</summary>
public static class SiteFiles
{
    public static string Style { get; } = Address("console.css");
    public static string Script { get; } = Address("console.js");
    public static string Icon { get; } = Address("icon.svg");

    private static string Address(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "wwwroot", file);
        return File.Exists(path) ? $"/{file}?v={Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))[..8]}" : $"/{file}";
    }
}
