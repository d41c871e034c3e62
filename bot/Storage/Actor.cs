namespace Bot.Storage;

/// <summary>Who acts in the present flow of control, and in what way: what they write is recorded with it.</summary>
/// <param name="person">Name of the person.</param>
/// <param name="address">Where the request came from; null on the machine itself.</param>
/// <param name="act">What is done, as a code like "tickets/accept".</param>
/// <param name="target">Number of what it is done to; null when the act says all.</param>
public sealed class Actor(string person, string? address, string act, string? target)
{
    private static readonly AsyncLocal<Actor?> Flow = new();

    /// <summary>Null where nobody acts but the program itself.</summary>
    public static Actor? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public string Person => person;

    public string? Address => address;

    public string Act => act;

    public string? Target => target;

    /// <summary>Whether the act stands in the record.</summary>
    public bool IsRecorded { get; internal set; }
}
