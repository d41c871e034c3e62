using Bot.Grids;
using Bot.Notices;

namespace Tests.Notices;

public sealed class NoticeRulesTests
{
    private static readonly DateTimeOffset Now = CommunityClock.China.Instant(new DateTime(2026, 11, 21, 9, 0, 0));

    private static readonly CommunityDirectory Directory = new()
    {
        Community = "东篱社区",
        Groups = new Dictionary<string, string?> { ["一群"] = null },
    };

    private static readonly NoticeDraft Good = new("停水", "11月25日周三上午9点到下午3点，1—12号楼。请今晚存水", ["一群"], null, "0 0 19 ? * *");

    [Fact]
    public void The_group_hears_title_text_and_who_says_it() =>
        NoticeWords.Say(Good.Title, Good.Text, "东篱社区").ShouldBe("【停水】11月25日周三上午9点到下午3点，1—12号楼。请今晚存水。东篱社区");

    [Fact]
    public void A_good_notice_has_no_errors() => Errors(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("0 0 21 ? * *", "11月21日 21:00是夜里")]
    [InlineData("0 29 7 ? * MON", "11月23日 07:29是夜里")]
    [InlineData("0 0 3 L * ?", "是夜里")]
    [InlineData("0 0/30 9 ? * *", "发得太密")]
    [InlineData("0 0 9 30 2 ?", "以后一次也不会发")]
    [InlineData("0 0 9 ? * * 2020", "以后一次也不会发")]
    [InlineData("0 9 * * *", "要写六段")]
    [InlineData("0 0 9 ? * FOO", "有一段认不出来")]
    [InlineData("0 70 9 ? * MON", "有一段认不出来")]
    [InlineData("每天九点 0 0 9 ? *", "有一段认不出来")]
    public void Times_that_cannot_be_are_said_in_plain_words(string cron, string words) =>
        string.Join("；", Errors(Good with { Cron = cron })).ShouldContain(words);

    [Theory]
    [InlineData("0 30 7 ? * *")]
    [InlineData("0 59 20 ? * *")]
    [InlineData("0 30 9 ? * MON-FRI")]
    [InlineData("0 0 9,15 1W * ?")]
    public void Times_that_can_be(string cron) => Errors(Good with { Cron = cron }).ShouldBeEmpty();

    [Fact]
    public void What_is_passed_or_at_night_or_too_long_or_unknown_is_refused()
    {
        Errors(Good with { Cron = null, OnceAt = Now.AddMinutes(-1) }).ShouldBe(["11月21日 08:59已经过了，请改个时间"]);
        Errors(Good with { Cron = null, OnceAt = Now.AddHours(13) })[0].ShouldContain("夜里也要发");
        Errors(Good with { Cron = null, OnceAt = Now.AddHours(13), AtNight = true }).ShouldBeEmpty();
        Errors(Good with { Cron = null }).ShouldBeEmpty("one that is only sent by hand");
        Errors(Good with { Text = new string('水', 120) })[0].ShouldBe("全文129字，最多120字，请删去9字");
        Errors(Good with { Text = "身份证330102195501011234" })[0].ShouldContain("身份证号");
        Errors(Good with { Title = "" })[0].ShouldContain("标题");
        Errors(Good with { Title = "【停水】" })[0].ShouldContain("【】");
        Errors(Good with { Groups = ["没有的群"] })[0].ShouldContain("没有的群");
        Errors(Good with { LateMinutes = -1 })[0].ShouldContain("补发时限");
    }

    [Theory]
    [InlineData("0 30 9 ? * *")]
    [InlineData("0 0 19 ? * MON,WED")]
    [InlineData("0 5 8 28 * ?")]
    [InlineData("0 5 8 L * ?")]
    public void What_the_form_offers_can_be_read_back(string cron)
    {
        CronChoice choice = CronForm.Read(cron).ShouldNotBeNull();
        string again = choice switch
        {
            { DayOfMonth: { } day } => CronForm.Monthly(day, choice.At),
            { Days.Count: > 0 } => CronForm.Weekly(choice.Days, choice.At),
            _ => CronForm.Daily(choice.At),
        };
        again.ShouldBe(cron);
        CronForm.Refuse(cron).ShouldBeNull();
    }

    [Theory]
    [InlineData("0 30 9 31 * ?")]
    [InlineData("0 0/30 9 ? * *")]
    [InlineData("5 0 9 ? * *")]
    public void What_the_form_does_not_offer_stays_an_experts(string cron) => CronForm.Read(cron).ShouldBeNull();

    private static IReadOnlyList<string> Errors(NoticeDraft draft) => NoticeRules.Errors(draft, Directory, CommunityClock.China, Now);
}
