using Bot.Grids.Holidays;

namespace Tests.Grids.Holidays;

public sealed class HolidayTests
{
    private const string Plain = """
        元旦：1月1日放假。
        春节：2月6日至12日放假，共7天。2月4日、2月14日上班。
        清明节：4月5日放假。
        劳动节：5月1日至5日放假。
        端午节：6月9日放假。
        中秋节：9月15日放假。
        国庆节：10月1日至7日放假。
        """;

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    public void The_recorded_years_know_holidays_and_worked_weekends(string day, bool works) =>
        RecordedHolidays.Calendar.IsWorkday(DateOnly.Parse(day)).ShouldBe(works);

    [Fact]
    public void A_year_that_is_not_recorded_is_said_so_and_only_weekends_are_free()
    {
        RecordedHolidays.Calendar.Missing(2026).ShouldBeNull();
        RecordedHolidays.Calendar.Missing(2027).ShouldBe("2027年放假安排尚未录入");
        RecordedHolidays.Calendar.IsWorkday(new DateOnly(2027, 1, 1)).ShouldBeTrue();
        RecordedHolidays.Calendar.IsWorkday(new DateOnly(2027, 1, 2)).ShouldBeFalse();
    }

    [Fact]
    public void The_whole_notice_can_be_pasted_in_one_piece_with_signs_of_any_width()
    {
        string text = RecordedHolidays.Calendar.Find(2026)!.Text.ReplaceLineEndings("");
        HolidayYear year = HolidayNotice.Read(2026, $"国务院办公厅关于2026年部分节假日安排的通知 经国务院批准：{text}节假日期间，各地要妥善安排好值班。", out IReadOnlyList<string> errors)
            .ShouldNotBeNull();
        errors.ShouldBeEmpty();
        (year.Free.Count, year.Worked.Count).ShouldBe((33, 6));
        HolidayNotice.Read(2026, text.Replace('：', ':').Replace('（', '(').Replace('）', ')').Replace("1月1日", "１月１日"), out _)!.Free.Count.ShouldBe(33);
    }

    [Fact]
    public void A_holiday_that_begins_in_the_december_before_counts_there()
    {
        HolidayYear year = HolidayNotice.Read(2028, Plain.Replace("1月1日放假", "2027年12月31日至2028年1月2日放假"), out _).ShouldNotBeNull();
        new HolidayCalendar([year]).IsWorkday(new DateOnly(2027, 12, 31)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("今年放假照常。", "没有认出放假的日子，请把通知里“一、元旦：1月1日……”那几行整段贴进来")]
    [InlineData("元旦：1月1日放假。", "没有认出这几个节：春节、清明、劳动、端午、中秋、国庆，请把几行都贴进来")]
    [InlineData("元旦：1月1日（周四）至3日放假，共3天。", "元旦：2027年1月1日是周五，贴的写着周四，是不是别的年份的？")]
    [InlineData("春节：2月5日至11日放假，共8天。", "春节：写着共8天，数出来是7天")]
    [InlineData("春节：2月30日放假。", "春节：没有2月30日这一天")]
    [InlineData("关于2026年部分节假日安排的通知\n元旦：1月1日放假。", "贴的是2026年的通知，这里要2027年的")]
    public void What_is_wrong_with_a_pasted_year_is_named(string text, string error)
    {
        HolidayNotice.Read(2027, text, out IReadOnlyList<string> errors).ShouldBeNull();
        errors.ShouldContain(error);
    }
}
