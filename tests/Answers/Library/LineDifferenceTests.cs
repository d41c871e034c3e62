using Bot.Answers.Library;

namespace Tests.Answers.Library;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("甲\n乙\n丙", "甲\n丁\n丙", "=甲 -乙 +丁 =丙")]
    [InlineData("甲", "甲", "=甲")]
    [InlineData("", "甲", "- +甲")]
    [InlineData("甲\n乙", "乙\n甲", "-甲 =乙 +甲")]
    [InlineData("甲\r\n乙", "甲\n乙\n丙", "=甲 =乙 +丙")]
    public void Lines_that_went_and_came_are_told(string before, string after, string expected) =>
        string.Join(' ', LineDifference.Of(before, after).Select(Say)).ShouldBe(expected);

    [Fact]
    public void Both_texts_can_be_read_from_the_difference()
    {
        Random random = new(3);
        for (int i = 0; i < 200; i++)
        {
            string before = Text(random);
            string after = Text(random);
            IReadOnlyList<DifferentLine> lines = LineDifference.Of(before, after);
            string.Join('\n', lines.Where(line => line.Change != LineChange.New).Select(line => line.Text)).ShouldBe(before);
            string.Join('\n', lines.Where(line => line.Change != LineChange.Gone).Select(line => line.Text)).ShouldBe(after);
        }
    }

    private static string Say(DifferentLine line) => line.Change switch { LineChange.Same => "=", LineChange.Gone => "-", _ => "+" } + line.Text;

    private static string Text(Random random) => string.Join('\n', Enumerable.Range(0, random.Next(1, 12)).Select(_ => "甲乙丙"[random.Next(3)].ToString()));
}
