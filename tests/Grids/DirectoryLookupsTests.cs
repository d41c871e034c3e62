using Bot.Grids;

namespace Tests.Grids;

public sealed class DirectoryLookupsTests
{
    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { ["大群"] = null, ["一群"] = "甲苑", ["二群"] = "无此苑" },
        Compounds = [new Compound("甲苑") { Alias = ["甲"] }],
        Grids = [new Grid("一格") { Groups = ["一群"], Lead = "陈敏", Backup = "外人" }],
        People =
        [
            new Person("陈敏") { Role = PersonRoles.Grid, Title = "陈网格长", Groups = ["一群"] },
            new Person("周主任") { Role = PersonRoles.Admin },
            new Person("3-1-502") { Groups = ["大群"] },
        ],
    };

    [Fact]
    public void A_group_knows_its_compound()
    {
        Directory.CompoundOf("一群")!.Alias.ShouldBe(["甲"]);
        Directory.CompoundOf("二群")!.Name.ShouldBe("无此苑");
        Directory.CompoundOf("大群").ShouldBeNull();
        Directory.CompoundOf("没有").ShouldBeNull();
        Directory.IsCommunityWide("大群").ShouldBeTrue();
        Directory.IsCommunityWide("没有").ShouldBeFalse();
    }

    [Fact]
    public void A_group_knows_whom_to_call()
    {
        Directory.GridOf("一群")!.Name.ShouldBe("一格");
        Directory.LeadOf("一群")!.Title.ShouldBe("陈网格长");
        Directory.BackupOf("一群")!.Name.ShouldBe("外人");
        Directory.LeadOf("大群").ShouldBeNull();
    }

    [Fact]
    public void A_role_holds_only_where_the_person_is()
    {
        Directory.RoleOf("陈敏", "一群").ShouldBe(PersonRoles.Grid);
        Directory.RoleOf("陈敏", "大群").ShouldBe(PersonRoles.Resident);
        Directory.RoleOf("周主任", "大群").ShouldBe(PersonRoles.Admin);
        Directory.RoleOf("路人", "一群").ShouldBe(PersonRoles.Resident);
        Directory.TitleOf("陈敏").ShouldBe("陈网格长");
        Directory.TitleOf("路人").ShouldBe("路人");
        Directory.GroupsOf("周主任").ShouldBe(["大群", "一群", "二群"]);
        Directory.MembersOf("大群").Select(person => person.Name).ShouldBe(["周主任", "3-1-502"]);
    }
}
