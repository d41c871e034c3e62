namespace Bot.Console.Parts;

/// <summary>Addresses of stored pictures.</summary>
public static class Photos
{
    public static string Url(string name) => "/photos/" + Uri.EscapeDataString(name);
}
