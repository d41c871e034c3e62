using System.Text;
using Bot.Channels.ChatRecord.Reading;

namespace Tests.Channels.ChatRecord;

/// <summary>Records as people copy, forward and export them; the people are invented.</summary>
public sealed class RecordReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_record_copied_in_an_office_chat_names_people_without_where_they_write_from()
    {
        const string text =
            """
            3-1-502王姐@微信 11/21 08:31:05
            电梯坏了

            陈秀兰 11/21 08:32:00
            马上来
            """;
        RecordReader.Read(text, new DateOnly(2026, 11, 22)).Lines.Select(line => (line.Sender, line.Text)).ShouldBe([("3-1-502王姐", "电梯坏了"), ("陈秀兰", "马上来")]);
    }

    [Fact]
    public void Messages_copied_on_a_PC_have_names_and_no_times() => Said(
        """
        3-1-502王姐:
        3号楼1单元电梯又坏了

        卡在六楼不动

        物业小李：
        收到，马上去看

        12-2-301小陈:
        [图片]

        """).ShouldBe(["3-1-502王姐|3号楼1单元电梯又坏了\n\n卡在六楼不动", "物业小李|收到，马上去看", "12-2-301小陈|[图片]"]);

    [Fact]
    public void A_list_inside_a_message_is_not_somebody_speaking() => Said(
        """
        陈网格长:
        @所有人
        停水通知：
        时间：
        11月25日 8:30
        地点：1—12号楼

        王姐:
        知道了
        """).ShouldBe(["陈网格长|@所有人\n停水通知：\n时间：\n11月25日 8:30\n地点：1—12号楼", "王姐|知道了"]);

    [Theory]
    [InlineData("2026/11/20 08:31", "2026-11-20 08:31:00")]
    [InlineData("2026/11/20 8:31 PM", "2026-11-20 20:31:00")]
    [InlineData(" 11月20日 8:31", "2026-11-20 08:31:00")]
    [InlineData("2026年11月20日 下午8:31", "2026-11-20 20:31:00")]
    [InlineData("昨天 20:31", "2026-11-20 20:31:00")]
    [InlineData("星期四 晚上 8:31", "2026-11-19 20:31:00")]
    [InlineData("12月31日 23:59", "2025-12-31 23:59:00")]
    [InlineData("上午 8:31", "2026-11-21 08:31:00")]
    [InlineData("８：３１", "2026-11-21 08:31:00")]
    [InlineData("08:31:05", "2026-11-21 08:31:05")]
    [InlineData("中午12:05", "2026-11-20 12:05:00")]
    public void Copied_messages_with_times_in_many_forms(string time, string expected)
    {
        RecordLine[] lines = Messages($"3-1-502王姐 {time}\n电梯又坏了\n\n物业 小李 {time}\n收到\n");
        lines.Select(line => line.Sender).ShouldBe(["3-1-502王姐", "物业 小李"]);
        lines.Select(line => line.Text).ShouldBe(["电梯又坏了", "收到"]);
        // it is nine in the morning: what is still to come was yesterday
        Timeline.Of(lines, lastDay: null, new DateTime(2026, 11, 21, 9, 0, 0)).Times
            .ShouldAllBe(at => at == DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_name_may_hold_numbers_that_look_like_a_time() => Said(
        """
        36-1-502 8:31
        电梯坏了

        便民超市7:00-21:00  8:32
        今天鸡蛋特价

        """).ShouldBe(["36-1-502|电梯坏了", "便民超市7:00-21:00|今天鸡蛋特价"]);

    [Fact]
    public void A_forwarded_record_has_its_days_between_the_messages()
    {
        ReadRecord read = RecordReader.Read(
            """
            微信群"春和苑一网格群"的聊天记录如下:


            —————  2026-11-19  —————


            王姐  20:31

            三号楼楼道灯不亮

            —————  2026-11-20  —————

            陈网格长  08:05

            收到

            今天叫师傅来
            """, Today);
        read.Group.ShouldBe("春和苑一网格群");
        read.Lines.Where(line => line.Kind == LineKind.Message).Select(line => $"{line.At!.Day:yyyy-MM-dd} {line.At.Clock:HH:mm} {line.Sender} {line.Text}")
            .ShouldBe(["2026-11-19 20:31 王姐 三号楼楼道灯不亮", "2026-11-20 08:05 陈网格长 收到\n\n今天叫师傅来"]);
        read.Lines.ShouldNotContain(line => line.Kind == LineKind.Unreadable);
    }

    [Fact]
    public void A_merged_record_read_from_a_PC() => Said(
        """
        春和苑一网格群的聊天记录

        王姐 08:31:05
        电梯又坏了
        物业小李 08:31:40
        马上到
        停电时间 8:30
        王姐 08:32:10
        谢谢
        """).ShouldBe(["王姐|电梯又坏了", "物业小李|马上到\n停电时间 8:30", "王姐|谢谢"]);

    [Theory]
    [InlineData("2026-11-20 08:31:05 王姐\n电梯又坏了\n\n2026-11-20 08:31:40 物业小李\n马上到\n")]
    [InlineData("2026-11-20 08:31:05 '王姐'\n电梯又坏了\n2026-11-20 08:31:40 '物业小李'\n马上到")]
    [InlineData("2026/11/20 08:31:05 王姐(1234567)\n电梯又坏了\n\n2026/11/20 08:31:40 物业小李<a@b.c>\n马上到\n")]
    [InlineData("[2026-11-20 08:31] 王姐: 电梯又坏了\n[2026-11-20 08:31] 物业小李：马上到\n")]
    [InlineData("2026-11-20 08:31:05 王姐：电梯又坏了\r\n2026-11-20 08:31:40 物业小李：马上到\r\n")]
    [InlineData("王姐(2026-11-20 08:31:05):电梯又坏了\n物业小李(2026-11-20 08:31:40):马上到\n")]
    [InlineData("王姐：电梯又坏了\n物业小李：马上到")]
    [InlineData("""{"id":"1","group":"一群","time":"2026-11-20T08:31:05+08:00","sender":"王姐","text":"电梯又坏了"}""" + "\n" + """{"id":"2","group":"一群","time":"2026-11-20T08:31:40","sender":"物业小李","text":"马上到","role":"property"}""")]
    public void Exported_records(string text) => Said(text).ShouldBe(["王姐|电梯又坏了", "物业小李|马上到"]);

    [Fact]
    public void An_upload_may_be_in_any_usual_encoding()
    {
        const string text = "王姐 8:31\n龑龘𠮷家的电梯坏了\n";
        Encoding chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        foreach (Encoding encoding in new[] { Encoding.UTF8, new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, chinese })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            if (encoding.GetPreamble().Length > 0 || encoding.CodePage is 65001 or 54936)
            {
                Said(RecordText.Decode(bytes)).ShouldBe(["王姐|龑龘𠮷家的电梯坏了"], encoding.WebName);
            }
        }
    }

    [Fact]
    public void An_answer_is_told_from_what_it_quotes()
    {
        RecordLine answer = Messages("王姐:\n电梯又坏了\n\n小陈:\n「王姐：电梯又坏了」\n- - - - - - - - - - - - - - -\n是的\n我也遇到\n")[1];
        (answer.Text, answer.QuotedSender, answer.Quoted).ShouldBe(("是的\n我也遇到", "王姐", "电梯又坏了"));
    }

    [Fact]
    public void A_neighbour_cannot_take_back_somebody_elses_words()
    {
        RecordLine[] lines = [.. Read("王姐 8:31\n7号楼好大的煤气味\n\n老赵 8:32\n王姐撤回了一条消息\n")];
        lines.ShouldContain(line => line.Kind == LineKind.Message && line.Text == "7号楼好大的煤气味");
    }

    [Fact]
    public void What_was_taken_back_loses_its_words()
    {
        RecordLine[] lines = [.. Read("王姐 8:31\n我的卡号是6222\n\n小陈 8:31\n[图片]\n\n\"王姐\" 撤回了一条消息\n\n王姐 8:40\n电梯坏了\n\n小陈撤回了一条消息\n")];
        lines.Where(line => line.Kind == LineKind.Recall).Select(line => line.Number).ShouldBe([1, 7, 12]);
        lines.ShouldNotContain(line => line.Text.Contains("6222"));
        lines.Where(line => line.Kind == LineKind.Message).Select(line => line.Text).ShouldBe(["[图片]", "电梯坏了"], "that was too long before to be the one");
    }

    [Theory]
    [InlineData("\"李叔\"邀请\"小张\"加入了群聊")]
    [InlineData("小张通过扫描王姐分享的二维码加入群聊")]
    [InlineData("王姐拍了拍陈网格长")]
    [InlineData("—————以下是新消息—————")]
    [InlineData("王姐领取了你的红包")]
    [InlineData("昨天 20:31")]
    public void Lines_that_nobody_said(string line)
    {
        Read($"王姐:\n早\n\n{line}\n\n小陈:\n早").Select(each => each.Kind).ShouldBe([LineKind.Message, LineKind.System, LineKind.Message]);
        Read($"2026-11-20 08:00:00 王姐\n早\n\n{line}\n\n2026-11-20 08:00:09 小陈\n早").Select(each => each.Kind).ShouldBe([LineKind.Message, LineKind.System, LineKind.Message]);
    }

    [Fact]
    public void A_message_that_is_too_long_is_told_and_not_taken()
    {
        RecordLine line = Read("王姐:\n" + new string('长', Assembly.LongestText + 1)).Single();
        line.Kind.ShouldBe(LineKind.Unreadable);
        line.Text.ShouldContain("4001个字");
    }

    [Fact]
    public void Hours_alone_run_over_midnight()
    {
        RecordLine[] lines = Messages("王姐 23:50\n楼上还在吵\n\n王姐 00:10\n还在吵\n\n陈网格长 07:40\n我去问问\n");
        Timeline timeline = Timeline.Of(lines, lastDay: null, new DateTime(2026, 11, 21, 9, 0, 0));
        timeline.AsksDay.ShouldBeTrue();
        timeline.Times.Select(at => $"{at:dd HH:mm}").ShouldBe(["20 23:50", "21 00:10", "21 07:40"]);
        Timeline.Of(lines, new DateOnly(2026, 11, 15), new DateTime(2026, 11, 21, 9, 0, 0)).Times.Select(at => $"{at:dd HH:mm}").ShouldBe(["14 23:50", "15 00:10", "15 07:40"]);
    }

    private static IReadOnlyList<RecordLine> Read(string text) => RecordReader.Read(text, Today).Lines;

    private static RecordLine[] Messages(string text) => [.. Read(text).Where(line => line.Kind == LineKind.Message)];

    private static string[] Said(string text) => [.. Messages(text).Select(line => $"{line.Sender}|{line.Text}")];
}
