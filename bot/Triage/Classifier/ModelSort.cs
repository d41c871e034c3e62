namespace Bot.Triage.Classifier;

/// <summary>What a model file holds.</summary>
public enum ModelSort : byte
{
    /// <summary>One set of labels, for <c>classify</c>.</summary>
    Labels = 1,

    /// <summary>The triage engine with all its heads.</summary>
    Triage = 2,
}
