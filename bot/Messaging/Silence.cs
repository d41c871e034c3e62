namespace Bot.Messaging;

/// <summary>A person told the bot to be silent.</summary>
public sealed class Silence
{
    /// <summary>Stands for every group.</summary>
    public const string Everywhere = "";

    public required string Conversation { get; set; }
    public DateTimeOffset Since { get; set; }

    /// <summary>Null: until a person lets it speak again.</summary>
    public DateTimeOffset? Until { get; set; }
    public required string By { get; set; }

    public bool IsOn(DateTimeOffset now) => Until is not { } end || now < end;
}
