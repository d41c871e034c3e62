using System.Text;
using Bot.Messaging;

namespace Tests.Messaging;

public sealed class TextPartsTests
{
    [Fact]
    public void Short_words_and_channels_without_a_limit_keep_them_whole()
    {
        TextParts.Of("电梯修好了", null).ShouldBe(["电梯修好了"]);
        TextParts.Of("电梯修好了", 15).ShouldBe(["电梯修好了"]);
    }

    [Fact]
    public void A_channel_may_count_characters_too()
    {
        TextParts.Of("明天停水。请备水。", null, 5).ShouldBe(["明天停水。", "请备水。"]);
        TextParts.Of("abcdef", 100, 4).ShouldBe(["abcd", "ef"]);
        TextParts.Of("明天停水。请备水。", 15, 100).ShouldBe(["明天停水。", "请备水。"]);
        TextParts.Of("👨‍👩‍👧‍👦好", null, 4).ShouldAllBe(part => part.Length <= 4);
    }

    [Fact]
    public void The_cut_is_behind_a_line_else_behind_a_sentence_else_behind_a_pause()
    {
        TextParts.Of("明天停水。\n请大家备水，谢谢。", 30).ShouldBe(["明天停水。", "请大家备水，谢谢。"]);
        TextParts.Of("明天上午停水。请大家提前备水", 30).ShouldBe(["明天上午停水。", "请大家提前备水"]);
        TextParts.Of("明天上午九点到十一点停水，请备水", 40).ShouldBe(["明天上午九点到十一点停水，", "请备水"]);
    }

    [Theory]
    [InlineData("👨‍👩‍👧‍👦家在三楼👨‍👩‍👧‍👦漏水", 30)]
    [InlineData("é́́漏水了é", 8)]
    public void A_character_as_people_see_it_stays_whole(string text, int most)
    {
        IReadOnlyList<string> parts = TextParts.Of(text, most);

        string.Concat(parts).ShouldBe(text);
        parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= most);
        parts.SelectMany(part => part.EnumerateRunes()).ShouldNotContain(Rune.ReplacementChar);
        parts.ShouldAllBe(part => !part.StartsWith('\u200D') && !part.StartsWith('\u0301'));
    }

    [Fact]
    public void A_name_that_is_called_stays_whole()
    {
        IReadOnlyList<string> parts = TextParts.Of("这一段话里没有标点所以只好在名字前面切开@36-1-502小陈同志 请看", 72);

        parts.Count(part => part.Contains("@36-1-502小陈同志", StringComparison.Ordinal)).ShouldBe(1);
        parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 72);
    }

    [Fact]
    public void Words_of_any_make_come_to_an_end_and_lose_nothing_but_blanks()
    {
        Random random = new(20261102);
        string[] pieces = ["好", "𠀀", "a", "。", "，", " ", "\n", "@王", "👍🏽", "\u0301", "1"];
        for (int round = 0; round < 2000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 200)).Select(_ => pieces[random.Next(pieces.Length)]));
            int most = random.Next(8, 100);
            IReadOnlyList<string> parts = TextParts.Of(text, most);

            Bare(string.Concat(parts)).ShouldBe(Bare(text));
            parts.ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= most);
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
