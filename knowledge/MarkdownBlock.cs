namespace Knowledge;

/// <summary>A heading, or a run of lines between blank ones.</summary>
/// <param name="Level">1…6 for a heading; 0 elsewhere.</param>
/// <param name="Heading">The words of a heading without their markup; empty elsewhere.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where the next character stands.</param>
internal readonly record struct MarkdownBlock(int Level, string Heading, int Start, int End);
