using Bot.Triage.Reading;

namespace Tests.Triage.Reading;

public sealed class TicketMentionTests
{
    [Theory]
    [InlineData("327好了", null, 327)]
    [InlineData("【12号】没好", null, 12)]
    [InlineData("5号 还没修", null, 5)]
    [InlineData("好了", "【8号】3号楼路灯处理好了。好了回“8好了”。", 8)]
    [InlineData("还没好", "@王阿姨 记下了：6号楼电梯停运（31号）。", 31)]
    [InlineData("3号楼还没来水", null, null)]
    [InlineData("5栋好了", null, null)]
    [InlineData("我们3号好了没", null, null)]
    [InlineData("好了", "3号楼电梯坏了", null)]
    public void A_number_is_a_ticket_only_where_it_is_said_as_one(string body, string? quoted, int? number) =>
        TicketMention.Read(body, quoted).ShouldBe(number);
}
