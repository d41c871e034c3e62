using System.Text.RegularExpressions;

namespace Bot.Answers;

/// <summary>Tells a question after somebody's own case ("我的尊老金怎么没发") from one after the rule ("我妈能领尊老金吗"): pure.</summary>
public static partial class PersonalCases
{
    public static bool Is(string question) => LookUp().IsMatch(question) || (Owner().IsMatch(question) && Status().IsMatch(question));

    /// <summary>"我的尊老金怎么没发" asks after the rule too: "尊老金什么时候发". Null where the rule cannot be guessed.</summary>
    public static string? RuleOf(string question) =>
        Paid().Match(question) is { Success: true } match ? $"{match.Groups["topic"].Value}什么时候发" : null;

    /// <summary>What else is said beside "帮我查一下"; null where nobody is asked to look.</summary>
    internal static string? BesideLookUp(string question) => LookUp().IsMatch(question) ? LookUp().Replace(question, "") : null;

    [GeneratedRegex("""
        (?:我|俺|咱|本人|老伴)(?:们|家|妈妈?|爸爸?|爹|娘|老人|老伴|爷爷|奶奶|外公|外婆|姥姥|姥爷|婆婆|公公|岳父|岳母|父亲|母亲|老公|老婆|儿子|女儿|孩子)*的?
        (?<topic>\p{L}{2,8}?)
        (?:这个?月|上个?月|今年|到现在|现在|怎么|咋|为啥|为什么|为何|还|一直|迟迟|都|没|什么时候|到账)+
        [^，。？?！!]{0,6}(?:发|到账|打|到卡|领到|收到)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Paid();

    // Somebody's own: a person of the family, or "my …"
    [GeneratedRegex("我|俺|咱家|咱妈|咱爸|本人|老伴|(?:爸|妈|爹|娘|爷爷|奶奶|外公|外婆|姥姥|姥爷|婆婆|公公|岳父|岳母|父亲|母亲|老公|老婆|儿子|女儿|孩子|娃)的")]
    private static partial Regex Owner();

    // Where it stands, and why it is not as it should be
    [GeneratedRegex("""
        (?:怎么|咋|为啥|为什么|为何)(?:还|这个月|这月|上个月|今年|到现在|现在|就|都|又|一直)*(?:没|不见|少|停|被|扣|多扣|断)
        |(?:还|一直|迟迟|到现在都?|这个月|这月|上个月)(?:没有|没|未)(?:有)?(?:到账|到|发|打|收到|批|下来|办|通知|消息|动静|领到|给|退|返|审|结果)
        |(?:到账|发|打|批|批下来|办好|办下来|审|审核|审批|通过|下来|退|返|到|寄出|制好|做好|录上|登记上|交上|报上)了?(?:没有|没)(?:有)?(?:呀|啊|呢|哦|吗|嘛|\?|？|$)
        |(?:到账|批下来|办好|办下来|审核完|审完|通过|下来|寄出|制好|做好|登记上|报上)了(?:吗|么|嘛)
        |办到(?:哪|什么)|到哪一?步|什么进度|进度(?:怎么|到|如何)|查(?:一下|下|查|一查)?(?:进度|余额|明细|记录)
        |(?:过|打|批|办|做|审|缴|交|录|算|排|锁|退|记|领|报)(?:好|上|住|进去|下来)?了?没有?(?=[，。？?！!\s]|$)
        |(?:还|一共)(?:剩|有|欠)(?:多少|几)|排到(?:哪|第几)|没记上|怎么少了|(?:哪天|几号)(?:到期|扣)|(?:啥时候|什么时候|几时|哪天)(?:打|发|退|给)(?:钱|款)?(?:给|到)?我
        |(?:少发|多扣|少打|漏发|发错|停发|断发|断缴|算错|登错|没收到|没到账|没领到)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Status();

    // "帮我查一下", "我妈的医保卡能不能查一下"
    [GeneratedRegex("""
        (?:帮|替|给)(?:我|俺|忙|我家|我们家|我妈|我爸|老人)[^，。？?！!]{0,8}(?:查|看)(?:一下|下|查|看|看看)
        |(?:我|俺|老伴|本人)[^，。？?！!]{0,12}(?:能不能|能|可以|可不可以|麻烦|请)[^，。？?！!]{0,4}查(?:一下|下|查|到|询)
        |查(?:一下|下|查)(?:我|俺|本人|老伴)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex LookUp();
}
