using Bot.Channels.ChatRecord;

namespace Tests.Channels.ChatRecord;

public sealed class AlignmentTests
{
    [Theory]
    [InlineData("ABC", "ABC", "012")]
    [InlineData("ABCDE", "ABC", "012--")]
    [InlineData("CDEFG", "ABCDE", "234--")]
    [InlineData("ZABC", "ABC", "-012")]
    [InlineData("A", "A", "0")]
    [InlineData("AB", "BA", "1-")]
    [InlineData("ABCXDE", "ABCDE", "012-34")]
    [InlineData("ABCEFG", "ABCDEFG", "012456")]
    [InlineData("KAB", "KXYZABC", "---")]
    [InlineData("ABC", "XYZAB", "34-")]
    [InlineData("BC", "XYZAB", "4-")]
    [InlineData("ABCxxxxxDEF", "ABCDEF", "012-----345")]
    [InlineData("KKKABC", "ABCKKK", "---012")]
    [InlineData("", "ABC", "")]
    [InlineData("ABC", "", "---")]
    public void What_was_taken_in_before_is_found_by_its_order(string told, string known, string places)
    {
        int[] found = Alignment.Of([.. told.Select(letter => letter.ToString())], [.. known.Select(letter => letter.ToString())]);
        string.Concat(found.Select(place => place < 0 ? "-" : place.ToString())).ShouldBe(places);
    }

    [Fact]
    public void The_same_line_said_twenty_thousand_times_takes_no_minute()
    {
        string[] told = [.. Enumerable.Repeat("收到", 20_000)];
        Alignment.Of(told, told).ShouldBe(Enumerable.Range(0, told.Length));
    }
}
