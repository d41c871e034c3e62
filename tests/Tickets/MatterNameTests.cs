using Bot.Tickets;
using Bot.Triage;

namespace Tests.Tickets;

public sealed class MatterNameTests
{
    [Theory]
    [InlineData("电梯", "电梯一直咔咔响", "电梯异响")]
    [InlineData("电梯", "破电梯", "电梯故障")]
    [InlineData("楼道灯", "三楼的灯黑了好久", "楼道灯不亮")]
    [InlineData("漏水", "阳台地砖缝往外冒水", "漏水")]
    [InlineData("噪声", "楼上拖椅子到半夜", "楼上噪声")]
    [InlineData("健身设施", "凉亭能不能加把吊扇", "健身设施的建议")]
    [InlineData("适老化", "楼梯口加个扶手吧", "加装扶手")]
    [InlineData("社保", "", "社保的事")]
    [InlineData("其他", "反正就那样", "您反映的事")]
    [InlineData("", "", "您反映的事")]
    [InlineData("没有的词", "x", "没有的词的事")]
    public void A_matter_is_its_topic_and_what_is_wrong(string topic, string text, string name) =>
        MatterName.From(topic, text).ShouldBe(name);

    [Fact]
    public void Every_topic_has_a_short_name_whatever_the_text_says()
    {
        foreach (string topic in Topics.All)
        {
            MatterName.From(topic, "坏响漏臭堵满占裂倒断 13800000000").Length.ShouldBeInRange(2, 8, topic);
        }
    }

    [Fact]
    public void Names_are_kept_for_topics_that_exist() => MatterWords.ByTopic.Keys.Except(Topics.All).ShouldBeEmpty();
}
