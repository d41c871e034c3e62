namespace Knowledge.Answering;

/// <summary>A piece of a passage that can be quoted by itself.</summary>
/// <param name="Text">As it stands in the passage, with white space collapsed.</param>
/// <param name="IsWhole">False for a part of a longer sentence.</param>
/// <param name="Order">Its place in the passage.</param>
internal sealed record Sentence(string Text, bool IsWhole, int Order);
