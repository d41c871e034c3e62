namespace Bot.Answers.Library;

/// <summary>How a document came in.</summary>
public enum ShelfOrigin
{
    Sample,
    Upload,

    /// <summary>Written or pasted on the page.</summary>
    Written,

    /// <summary>A person's answer to a question of the group.</summary>
    Answer,

    /// <summary>Put into the store by the command <c>index</c>.</summary>
    Index,
}
