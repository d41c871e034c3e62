namespace Bot.Triage.Engines;

public enum EngineState
{
    /// <summary>在用.</summary>
    InUse,

    /// <summary>备用: was in use, can be restored.</summary>
    Spare,

    /// <summary>未采用: something important would have got worse.</summary>
    Refused,
}

/// <summary>An engine trained here from the corpus and people's corrections, with what was measured of it.</summary>
public sealed class EngineVersion
{
    /// <summary>What people call it: 3号版本.</summary>
    public int Number { get; set; }

    /// <summary>Content hash, as decisions name it.</summary>
    public required string Version { get; set; }

    /// <summary>Below the folder of models; null for one that was not kept.</summary>
    public string? FileName { get; set; }

    /// <summary><see cref="Classifier.TriageModel.Features"/> of the program that trained it.</summary>
    public required string Features { get; set; }

    /// <summary>Version of the corpus alone.</summary>
    public required string Corpus { get; set; }

    /// <summary>Version of corpus and corrections, whatever their weight.</summary>
    public required string Basis { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public required string By { get; set; }
    public EngineState State { get; set; }
    public int Corrections { get; set; }

    /// <summary>How many rows each correction counted for.</summary>
    public double Weight { get; set; }

    /// <summary>Macro-F1 of kinds on the corpus, each message judged by a machine that had not seen it.</summary>
    public double CorpusF1 { get; set; }

    /// <summary>How many corrections a machine that had not seen them gets right.</summary>
    public int CorrectionsRight { get; set; }
    public double OpeningF1 { get; set; }
    public int EmergenciesFound { get; set; }
    public int Emergencies { get; set; }
    public int CasesRight { get; set; }
    public int Cases { get; set; }

    /// <summary>The version it was compared with.</summary>
    public required string Against { get; set; }

    /// <summary>Sentences for people: the comparison first, then why it was not taken into use, or what got better.</summary>
    public IReadOnlyList<string> Findings { get; set; } = [];
}
