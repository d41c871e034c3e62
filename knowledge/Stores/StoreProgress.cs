namespace Knowledge.Stores;

/// <summary>How far long work on a store has come, in documents or passages.</summary>
public readonly record struct StoreProgress(int Done, int Total);
