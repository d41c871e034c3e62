using Bot.Channels.ChatRecord.Reading;

namespace Tests.Channels.ChatRecord;

/// <summary>Whatever is pasted, nothing is lost without a word and nothing breaks.</summary>
public sealed class AnyTextTests
{
    private const int Texts = 3000;

    private static readonly string[] Pieces =
    [
        "王姐", "物业小李", "3-1-502", ":", "：", " ", "　", "\u2005", "\n", "\n", "\n\n", "\r\n", "8:31", "08:31:05", "25:99", "2026/11/20", "2026-02-30", "99999-1-1",
        "昨天", "上午", "下午", "PM", "星期八", "—————", "2026-11-20", "电梯坏了", "「王姐：", "」", "- - - - -", "[图片]", "撤回了一条消息", "你", "\"", "加入了群聊",
        "{", "}", "{\"sender\":\"a\",\"text\":\"b\"}", "[", "]", "(", ")", "<", ">", "\0", "\ufeff", "\u202e", "𠮷", "\ud83d", "红包", "的聊天记录", "以下是新消息", "0001-01-01 00:00", "9999-12-31 23:59",
    ];

    [Fact]
    public void Every_line_that_holds_anything_is_accounted_for()
    {
        Random random = new(20261121);
        for (int n = 0; n < Texts; n++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            IReadOnlyList<RecordLine> read = RecordReader.Read(text, new DateOnly(2026, 11, 21)).Lines;
            Accounted(text, read);
            Timeline.Of(read, lastDay: null, new DateTime(2026, 11, 21, 9, 0, 0)).Times.Count.ShouldBe(read.Count);
        }
    }

    [Theory]
    [InlineData('「')]
    [InlineData(':')]
    [InlineData(' ')]
    [InlineData('-')]
    [InlineData('{')]
    [InlineData('1')]
    public void A_hostile_text_of_the_largest_size_is_read_in_time(char letter)
    {
        string line = new(letter, 250);
        string text = string.Join('\n', Enumerable.Repeat(line, RecordReader.MostLines)) + "\n" + new string(letter, 1_000_000);
        Accounted(text, RecordReader.Read(text, new DateOnly(2026, 11, 21)).Lines);
    }

    private static void Accounted(string text, IReadOnlyList<RecordLine> read)
    {
        string[] lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        int[] holding = [.. Enumerable.Range(1, lines.Length).Where(i => PlainForm.Trim(lines[i - 1]).Length > 0)];
        HashSet<int> covered = [];
        foreach (RecordLine line in read)
        {
            for (int i = line.Number; i <= line.LastNumber; i++) { covered.Add(i).ShouldBeTrue(); }
            (line.Kind == LineKind.Recall || line.Text.Length > 0).ShouldBeTrue();
            (line.Kind != LineKind.Message || line.Sender.Length > 0).ShouldBeTrue();
        }
        holding.Where(i => !covered.Contains(i)).ShouldBeEmpty();
    }
}
