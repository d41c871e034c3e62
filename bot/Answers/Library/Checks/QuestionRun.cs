namespace Bot.Answers.Library.Checks;

public enum RunKind
{
    /// <summary>The regression questions, with the drafts and without.</summary>
    Publish,

    /// <summary>Questions brought from a table or pasted, against what answers now.</summary>
    Batch,

    /// <summary>试问一句: one question, against what answers now.</summary>
    One,
}

public enum RunState { Running, Done, Failed }

/// <summary>Many questions asked at once on the way of the group, kept with what came of them.</summary>
public sealed class QuestionRun
{
    public int Id { get; set; }
    public RunKind Kind { get; set; }
    public RunState State { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public required string StartedBy { get; set; }

    /// <summary>The day for which the answers hold.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The group it was asked in; null where the group does not matter.</summary>
    public string? Group { get; set; }

    /// <summary>Titles of the drafts, or the one question, for people; null in a batch.</summary>
    public string? Title { get; set; }
    public int Total { get; set; }

    /// <summary>Right before and right with the drafts, or wrong both times; in a batch: as expected; of one question: 1 when it was answered.</summary>
    public int Same { get; set; }
    public int Better { get; set; }

    /// <summary>In a batch: not as expected.</summary>
    public int Worse { get; set; }
}
