namespace Bot.Answers.Library.Checks;

public enum RunChange { Same, Better, Worse }

/// <summary>One question of a run. "Before" is empty in a batch.</summary>
public sealed class RunRow
{
    public long Id { get; set; }
    public int Run { get; set; }
    public required string Question { get; set; }

    /// <summary>Name of the document that is to answer; null when it is to be refused or nothing is expected.</summary>
    public string? Expected { get; set; }

    /// <summary>Whether anything is expected at all.</summary>
    public bool IsChecked { get; set; }
    public RunChange Change { get; set; }

    /// <summary>Name of the document that answered; null when it was refused.</summary>
    public string? BeforeDocument { get; set; }
    public string? BeforeAnswer { get; set; }
    public double? BeforeConfidence { get; set; }
    public string? Document { get; set; }

    /// <summary>The answer with its source; null when it was refused.</summary>
    public string? Answer { get; set; }
    public double Confidence { get; set; }
}
