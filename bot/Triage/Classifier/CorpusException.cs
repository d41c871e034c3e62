namespace Bot.Triage.Classifier;

/// <summary>A line of the corpus that cannot be used; the message names file, line and what is wrong.</summary>
public sealed class CorpusException(string file, int line, string problem) : Exception($"{file}:{line}: {problem}");
