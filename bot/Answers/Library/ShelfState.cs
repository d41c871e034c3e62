namespace Bot.Answers.Library;

public enum ShelfState
{
    /// <summary>Read, and shown to whoever brought it; does not count yet.</summary>
    Draft,
    Active,

    /// <summary>Switched off by a person.</summary>
    Disabled,

    /// <summary>Removed or replaced; can be brought back.</summary>
    Removed,
}
