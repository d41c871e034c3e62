using Bot.Grids;
using Bot.Open311;
using Bot.Tickets;
using Bot.Triage;

namespace Tests.Open311;

public sealed class ServiceTests
{
    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { ["一群"] = "甲苑", ["二群"] = "甲苑", ["乙群"] = "乙苑", ["大群"] = null },
        Compounds = [new Compound("甲苑"), new Compound("乙苑")],
    };

    [Fact]
    public void Every_service_has_a_code_for_addresses_and_a_topic_of_the_bots_that_is_no_private_matter()
    {
        Service.All.Select(service => service.Code).ShouldBeUnique();
        Service.All.ShouldAllBe(service => service.Code.All(sign => char.IsAsciiLetterLower(sign) || sign == '-'));
        Service.All.Select(service => service.Topic).ShouldBeUnique();
        Service.All.ShouldAllBe(service => Topics.All.Contains(service.Topic) && !PrivateMatters.Is(service.Topic, ""));
    }

    [Theory]
    [InlineData("3号楼1单元", "一群", 1)]
    [InlineData("甲苑3号楼1单元", "大群", 1)]
    [InlineData("3号楼1单元", "二群", 1)]
    [InlineData("3号楼1单元", "乙群", null)]
    [InlineData("3号楼2单元", "一群", null)]
    [InlineData("3号楼", "一群", null)]
    [InlineData("3号楼1单元501室", "一群", null)]
    [InlineData("凉亭", "一群", 3)]
    [InlineData(null, "一群", null)]
    public void Only_the_very_same_place_is_the_same(string? location, string group, int? expected) =>
        SameMatter.Find(location, group, [new OpenMatter(1, "3号楼1单元", "一群"), new OpenMatter(2, "凉亭", "乙群"), new OpenMatter(3, "凉亭", "一群")], Directory).ShouldBe(expected);

    [Theory]
    [InlineData("电梯", "电梯异响", "电梯异响")]
    [InlineData("电梯", "王丽丽家门口电梯异响", "电梯异响")]
    [InlineData("电梯", "王丽丽家", "电梯故障")]
    [InlineData("没有的话题很长", "王丽丽家", "没有的话题很长")]
    public void A_matter_is_shown_in_words_of_ours(string topic, string matter, string expected) => MatterName.Known(topic, matter).ShouldBe(expected);
}
