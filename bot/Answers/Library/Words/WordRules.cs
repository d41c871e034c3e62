using Knowledge;

namespace Bot.Answers.Library.Words;

/// <summary>Which words may stand for one another. Pure.</summary>
public static class WordRules
{
    public const int MostGroups = KnowledgeBase.MostSynonyms;
    private const int MostWords = 12;
    private const int Shortest = 2;
    private const int Longest = KnowledgeBase.LongestSynonym;

    /// <summary>Why not, for people; null when they may.</summary>
    public static string? Problem(NameList words) => words switch
    {
        { Count: < 2 } => "至少要两个词：官方说法和俗称",
        { Count: > MostWords } => $"一行最多{MostWords}个词",
        _ when words.FirstOrDefault(word => word.Length is < Shortest or > Longest) is { } odd => $"“{odd}”要在{Shortest}到{Longest}个字之间",
        _ => null,
    };
}
