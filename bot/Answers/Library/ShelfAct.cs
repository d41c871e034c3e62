namespace Bot.Answers.Library;

/// <summary>What a person does with a document.</summary>
public enum ShelfAct { Publish, Enable, Disable, Remove, Restore }
