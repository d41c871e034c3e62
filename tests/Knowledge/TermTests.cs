using Knowledge.Terms;

namespace Tests.Knowledge;

public sealed class TermTests
{
    [Theory]
    [InlineData("２０㎡：Ａｂ", "20㎡:ab")]
    [InlineData("⼀⽇　①", "一日 1")]
    [InlineData("豈", "豈")]
    public void Look_alikes_become_one_and_places_stay(string text, string folded)
    {
        Folding.Fold(text).ShouldBe(folded);
        Folding.Fold(text).Length.ShouldBe(text.Length);
    }

    [Theory]
    [InlineData("停车费", "停 停车 车 车费 费")]
    [InlineData("WiFi 3.5元", "wifi 3.5 元")]
    [InlineData("B2层", "b 2 层")]
    [InlineData("好😀的", "好 的")]
    public void Terms_are_characters_pairs_words_and_numbers(string text, string terms) =>
        NaiveSearch.TermsOf(text).Where(term => term[0] != '\u0001').ShouldBe(terms.Split(' '));

    [Theory]
    [InlineData("八十二岁", "82")]
    [InlineData("一百零五", "105")]
    [InlineData("两百", "200")]
    [InlineData("十点", "10")]
    public void Numbers_in_Chinese_are_numbers(string text, string number) => NaiveSearch.TermsOf(text).ShouldContain(number);

    [Theory]
    [InlineData("礼拜六", "周六")]
    [InlineData("电瓶车", "电动自行车")]
    [InlineData("几钿", "多少钱")]
    public void Words_of_one_meaning_share_a_term(string spoken, string written) =>
        NaiveSearch.TermsOf(spoken).Intersect(NaiveSearch.TermsOf(written)).ShouldContain(term => term[0] == '\u0001');
}
