using Bot.Grids;
using Bot.Grids.Duty;

namespace Tests.Grids.Duty;

public sealed class DutyPlanTests
{
    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { ["一群"] = null },
        Grids = [new Grid("一格") { Groups = ["一群"], Lead = "甲", Backup = "乙" }],
        People = [new Person("甲") { Role = "grid" }, new Person("乙") { Role = "grid" }, new Person("丙") { Role = "micro" }, new Person("丁")],
        Duty =
        [
            new DutyShift("一格", "乙") { Days = [1, 2, 3, 4, 5], From = "08:00", To = "18:00" },
            new DutyShift("一格", "丙") { Days = [5], From = "18:00", To = "08:00" },
        ],
    };

    // 2026-11-20 is a Friday
    [Theory]
    [InlineData("2026-11-20T07:59", "甲")]
    [InlineData("2026-11-20T08:00", "乙")]
    [InlineData("2026-11-20T17:59", "乙")]
    [InlineData("2026-11-20T18:00", "丙")]
    [InlineData("2026-11-21T07:59", "丙")]
    [InlineData("2026-11-21T08:00", "甲")]
    [InlineData("2026-11-22T02:00", "甲")]
    public void The_week_plan_decides_and_the_lead_stands_in_for_its_gaps(string local, string person) =>
        DutyPlan.OnDuty(Directory, "一格", At(local), CommunityClock.China)!.Person.Name.ShouldBe(person);

    [Fact]
    public void Handing_over_lasts_as_long_as_the_shift_and_the_latest_counts()
    {
        DateTimeOffset now = At("2026-11-20T12:00");
        CommunityDirectory changed = HandDutyOverHandler.Decide(Directory, new HandDutyOver("一格", "丙", "乙", "3号楼老人晚上再问一次"), now, CommunityClock.China);
        OnDuty duty = DutyPlan.OnDuty(changed, "一格", now, CommunityClock.China)!;
        (duty.Person.Name, duty.Until, duty.Change!.Note).ShouldBe(("丙", At("2026-11-20T18:00"), "3号楼老人晚上再问一次"));
        changed = HandDutyOverHandler.Decide(changed, new HandDutyOver("一格", "甲", "丙"), now.AddMinutes(5), CommunityClock.China);
        DutyPlan.OnDuty(changed, "一格", now.AddMinutes(6), CommunityClock.China)!.Person.Name.ShouldBe("甲");
        DutyPlan.OnDuty(changed, "一格", At("2026-11-20T18:00"), CommunityClock.China)!.Person.Name.ShouldBe("丙");
    }

    [Fact]
    public void Without_a_plan_it_is_handed_over_until_the_morning()
    {
        CommunityDirectory bare = Directory with { Duty = [] };
        DateTimeOffset now = At("2026-11-20T18:00");
        CommunityDirectory changed = HandDutyOverHandler.Decide(bare, new HandDutyOver("一格", "乙", "甲"), now, CommunityClock.China);
        DutyPlan.OnDuty(changed, "一格", now, CommunityClock.China)!.Until.ShouldBe(At("2026-11-21T08:00"));
    }

    [Fact]
    public void Nobody_who_left_is_on_duty()
    {
        CommunityDirectory changed = Directory with { People = [new Person("乙") { Role = "grid" }, new Person("丙") { Role = "reader" }] };
        DutyPlan.OnDuty(changed, "一格", At("2026-11-20T18:00"), CommunityClock.China)!.Person.Name.ShouldBe("乙");
        DutyPlan.OnDuty(changed with { People = [] }, "一格", At("2026-11-20T18:00"), CommunityClock.China).ShouldBeNull();
        DutyPlan.OnDuty(Directory, "没有这格", At("2026-11-20T18:00"), CommunityClock.China).ShouldBeNull();
    }

    [Fact]
    public void A_file_carries_phones_and_duty_and_may_lack_them()
    {
        CommunityDirectory directory = Directory with
        {
            People = [.. Directory.People.Select(person => person with { Phone = "13800005678", Account = person.Name })],
            DutyChanges = [new DutyChange("一格", "丙", At("2026-11-20T12:00"), At("2026-11-20T18:00")) { Note = "看门", By = "乙" }],
        };
        CommunityDirectory read = DirectoryFile.Read(DirectoryFile.Write(directory), out string? error)!;
        error.ShouldBeNull();
        DirectoryFile.Write(read).ShouldBe(DirectoryFile.Write(directory));
        CommunityDirectory old = DirectoryFile.Read("""{"groups":{"一群":null},"people":[{"name":"甲"}]}""", out _)!;
        (old.Duty.Count, old.DutyChanges.Count, old.People[0].Phone).ShouldBe((0, 0, null));
        DutyRulesOf("""{"duty":[{"grid":"一格","person":"丁","days":[8],"from":"8点","to":"18:00"}]}""").ShouldBe(
        [
            "duty 第 1 班「一格 丁」：网格「一格」不在 grids 里",
            "duty 第 1 班「一格 丁」：「丁」不在 people 里",
            "duty 第 1 班「一格 丁」：days 只能是 1（周一）到 7（周日）",
            "duty 第 1 班「一格 丁」：时间要写成 08:00 这样",
        ]);
    }

    private static string[] DutyRulesOf(string json) => [.. DirectoryRules.Errors(DirectoryFile.Read(json, out _)!)];

    private static DateTimeOffset At(string local) => CommunityClock.China.Instant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture));
}
