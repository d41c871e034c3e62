using Knowledge;

namespace Bot.Answers.Library.Words;

/// <summary>Words of one meaning: what documents say (官方说法) and what residents say (俗称).</summary>
public sealed class SameWords
{
    public int Id { get; set; }

    /// <summary>Two or more; the first is the official one.</summary>
    public required NameList Words { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public required string AddedBy { get; set; }
}
