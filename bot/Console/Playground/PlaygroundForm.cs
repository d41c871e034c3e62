namespace Bot.Console.Playground;

/// <summary>The fields of the page's form.</summary>
public sealed class PlaygroundForm
{
    public string? Group { get; set; }
    public string? Person { get; set; }
    public bool Private { get; set; }

    /// <summary>Made up with the page, so that the same form sent twice is said once.</summary>
    public string? Id { get; set; }
    public string? Text { get; set; }
    public string? ReplyTo { get; set; }
}
