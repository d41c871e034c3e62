namespace Bot.Channels.WebChat;

public sealed class PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>Whether the simulated group chat exists at all.</summary>
    public bool Enabled { get; set; } = true;
}
