namespace Knowledge;

/// <summary>A question of which is known whether the documents answer it.</summary>
public sealed record LabelledQuestion(string Question, bool Answerable);
