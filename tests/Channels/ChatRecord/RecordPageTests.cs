using Bot.Channels.ChatRecord.Reading;

namespace Tests.Channels.ChatRecord;

public sealed class RecordPageTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Boxes_of_name_time_and_words_are_messages()
    {
        const string page =
            """
            <!DOCTYPE html><html><head><title>锦绣苑一网格群</title><script>alert(1)</script></head><body>
            <div class="msg"><span class="name">3-1-502王姐</span><span class="time">2026-11-21 08:31:05</span><div class="text">电梯又坏了<br>卡在六楼</div></div>
            <div class="msg"><span class="name">物业小李</span><span class="time">2026-11-21 08:40:00</span><div class="text">马上来 <img src="x" alt="强"></div></div>
            <div class="msg"><span class="name">3-1-502王姐</span><span class="time">2026-11-21 08:41:00</span><div class="text"><img src="a.jpg"></div></div>
            </body></html>
            """;
        Said(page).ShouldBe([("3-1-502王姐", "电梯又坏了\n卡在六楼", "08:31"), ("物业小李", "马上来 [强]", "08:40"), ("3-1-502王姐", "[图片]", "08:41")]);
    }

    [Fact]
    public void Names_above_times_and_times_above_names_are_told_apart()
    {
        Said(Page("name", "time")).ShouldBe([("王姐", "电梯坏了", "08:31"), ("小李", "马上来", "08:40"), ("王姐", "谢谢", "08:41"), ("王姐", "好了", "08:42")]);
        Said(Page("time", "name")).ShouldBe([("王姐", "电梯坏了", "08:31"), ("小李", "马上来", "08:40"), ("王姐", "谢谢", "08:41"), ("王姐", "好了", "08:42")]);
    }

    [Fact]
    public void A_message_that_begins_with_a_bracket_is_no_page()
    {
        RecordPage.Is("<王姐> 电梯坏了").ShouldBeFalse();
        RecordPage.Is("王姐 8:31\n网页里写着<html>").ShouldBeFalse();
        RecordPage.Is("\ufeff<!doctype html><p>王姐").ShouldBeTrue();
    }

    [Fact]
    public void A_page_that_nests_without_end_is_refused() =>
        RecordPage.Text("<html>" + string.Concat(Enumerable.Repeat("<div>", 5000)), TestContext.Current.CancellationToken).ShouldBeNull();

    private static string Page(string first, string second)
    {
        (string Name, string Time, string Text)[] all =
            [("王姐", "2026-11-21 08:31", "电梯坏了"), ("小李", "2026-11-21 08:40", "马上来"), ("王姐", "2026-11-21 08:41", "谢谢"), ("王姐", "2026-11-21 08:42", "好了")];
        return "<html><body>" + string.Concat(all.Select(one =>
            $"<div><div>{Of(one, first)}</div><div>{Of(one, second)}</div><p>{one.Text}</p></div>")) + "</body></html>";

        static string Of((string Name, string Time, string Text) one, string what) => what == "name" ? one.Name : one.Time;
    }

    private static (string, string, string)[] Said(string page) =>
        [.. RecordReader.Read(RecordPage.Text(page, TestContext.Current.CancellationToken)!, Today).Lines
            .Select(line => (line.Sender, line.Text, $"{line.At!.Clock:HH:mm}"))];
}
