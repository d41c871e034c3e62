using Bot.Triage.Classifier;

namespace Tests.Triage.Classifier;

public sealed class LetterFoldTests
{
    [Fact]
    public void Every_character_is_folded_as_in_chat_messages()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            char folded = TextFold.Fold((char)c);

            Fold(((char)c).ToString(), punctuation: true).ShouldBe(folded is '\0' or ' ' ? "" : folded.ToString(), $"U+{c:X4}");
        }
    }

    [Theory]
    [InlineData("路灯，坏了。", true, "路灯,坏了。")]
    [InlineData("路灯，坏了。", false, "路灯坏了")]
    [InlineData("路灯 坏 了", true, "路灯坏了")]
    [InlineData("the Lamp, is  broken", false, "the lamp is broken")]
    [InlineData("３ 号楼 WIFI １２", false, "0号楼wifi00")]
    [InlineData("", false, "")]
    public void Punctuation_can_be_left_out_and_spaces_part_latin_words_only(string text, bool punctuation, string folded) =>
        Fold(text, punctuation).ShouldBe(folded);

    private static string Fold(string text, bool punctuation)
    {
        char[] folded = new char[text.Length];
        return new string(folded, 0, LetterFold.Fold(text, folded, punctuation));
    }
}
