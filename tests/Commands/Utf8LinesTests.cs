using System.Text;
using Bot.Commands;

namespace Tests.Commands;

public sealed class Utf8LinesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("一\n二")]
    [InlineData("一\r\n二\r\n")]
    [InlineData("一\r二\r\r三\r")]
    [InlineData("\uFEFF一\n\n二\n\n \u3000\n")]
    [InlineData("\n\n")]
    [InlineData("a\n\r\nb")]
    public void Lines_are_parted_as_everywhere_else(string content)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, content, new UTF8Encoding(false));
        Utf8Lines lines = new(File.ReadAllBytes(path));

        Read(lines).ShouldBe(InputLines.Read(path));
        File.Delete(path);
    }

    [Fact]
    public void Utf16_with_its_mark_is_read_too() =>
        Read(new Utf8Lines([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("一\n二")])).ShouldBe(["一", "二"]);

    [Fact]
    public void What_is_not_utf8_is_told() => new Utf8Lines([0xCB, 0xFF, (byte)'\n', (byte)'a']).Decode(0, new char[9]).ShouldBe(-1);

    private static string[] Read(Utf8Lines lines)
    {
        char[] buffer = new char[lines.LongestLine];
        return [.. Enumerable.Range(0, lines.Count).Select(line => new string(buffer, 0, lines.Decode(line, buffer)))];
    }
}
