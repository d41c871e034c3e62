using Bot.Answers;

namespace Tests.Answers;

public sealed class PersonalCaseTests
{
    [Theory]
    [InlineData("我的尊老金怎么没发")]
    [InlineData("我妈的医保卡能不能查一下")]
    [InlineData("我妈的尊老金这个月怎么还没到账")]
    [InlineData("帮我查一下社保交了几年")]
    [InlineData("我的临时救助批下来没有")]
    [InlineData("我家的低保审核到哪一步了")]
    [InlineData("老伴的残疾补贴到账了吗")]
    [InlineData("我爸的社保卡办好了吗")]
    [InlineData("为什么我这个月没收到补贴")]
    [InlineData("我物业费是不是算错了")]
    [InlineData("能查下我家公积金余额吗，查一下余额")]
    [InlineData("俺的居住证下来没")]
    [InlineData("帮忙看看我妈今年的认证过了没")]
    [InlineData("我家还欠多少物业费")]
    [InlineData("我那张居住证是哪天到期的")]
    [InlineData("我家那个应急救助啥时候打钱给我")]
    public void Somebodys_own_case_needs_a_person(string question) => PersonalCases.Is(question).ShouldBeTrue();

    [Theory]
    [InlineData("尊老金怎么申请")]
    [InlineData("我妈80岁了能领尊老金吗")]
    [InlineData("我的社保卡丢了怎么补办")]
    [InlineData("尊老金什么时候到账")]
    [InlineData("我家装修要办什么手续")]
    [InlineData("周末能不能办社保卡")]
    [InlineData("我想养狗要办证吗")]
    [InlineData("临时救助多久能批下来")]
    [InlineData("医保余额怎么查")]
    [InlineData("我们楼几点可以扔垃圾")]
    [InlineData("孩子的医保在哪里交")]
    [InlineData("我妈没有社保卡能领补贴吗")]
    [InlineData("我家欠物业费会怎么样")]
    public void A_question_after_the_rule_does_not(string question) => PersonalCases.Is(question).ShouldBeFalse();

    [Theory]
    [InlineData("我的尊老金怎么没发", "尊老金什么时候发")]
    [InlineData("我妈的尊老金这个月怎么还没到账", "尊老金什么时候发")]
    [InlineData("我家低保金还没发", "低保金什么时候发")]
    [InlineData("我妈的医保卡能不能查一下", null)]
    [InlineData("我的临时救助批下来没有", null)]
    public void The_rule_behind_a_payment_that_did_not_come(string question, string? rule) => PersonalCases.RuleOf(question).ShouldBe(rule);
}
