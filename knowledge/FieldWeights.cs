namespace Knowledge;

/// <summary>How often a word of a field counts beside one of the text; a whole number, and 0 leaves the field out.</summary>
/// <param name="Title">What a document is about.</param>
/// <param name="Heading">Headings above a passage.</param>
/// <param name="Questions">Similar questions that an admin gave a passage.</param>
public sealed record FieldWeights(int Title = 2, int Heading = 2, int Questions = 2);
