using System.Text.RegularExpressions;

namespace Knowledge.Search;

/// <summary>The words by which people ask: they tell what sort of answer is meant.</summary>
internal static partial class AskingWords
{
    public static ExpectedAnswer Expected(string folded) =>
        PhoneWords().IsMatch(folded) ? ExpectedAnswer.Phone
        : AmountWords().IsMatch(folded) ? ExpectedAnswer.Amount
        : TimeWords().IsMatch(folded) ? ExpectedAnswer.Time
        : PlaceWords().IsMatch(folded) ? ExpectedAnswer.Place
        : PersonWords().IsMatch(folded) ? ExpectedAnswer.Person
        : ReasonWords().IsMatch(folded) ? ExpectedAnswer.Reason
        : ThingWords().IsMatch(folded) ? ExpectedAnswer.Things
        : WayWords().IsMatch(folded) ? ExpectedAnswer.Way
        : YesNoWords().IsMatch(folded) ? ExpectedAnswer.YesOrNo
        : ExpectedAnswer.Anything;

    [GeneratedRegex("电话|号码|热线|联系方式|打给")]
    private static partial Regex PhoneWords();

    [GeneratedRegex("多少|几(?!时|点|号|月)|百分之|多大|多高|多长|多重|收费|费用|价格|标准是")]
    private static partial Regex AmountWords();

    [GeneratedRegex("什么时候|什么时间|啥时候|何时|几点|几号|几月|哪天|多久|期限|截止|时间")]
    private static partial Regex TimeWords();

    [GeneratedRegex("哪里|哪儿|什么地方|啥地方|在哪|去哪|到哪|地点|地址")]
    private static partial Regex PlaceWords();

    [GeneratedRegex("谁|什么人|哪些人|哪类人|找哪")]
    private static partial Regex PersonWords();

    [GeneratedRegex("为什么|为何|为啥|原因")]
    private static partial Regex ReasonWords();

    [GeneratedRegex("什么|啥|哪些|哪几|哪")]
    private static partial Regex ThingWords();

    [GeneratedRegex("怎么|怎样|如何|咋")]
    private static partial Regex WayWords();

    [GeneratedRegex("吗|能不能|可不可以|是不是|有没有|要不要|用不用|行不行|是否|能否|可否")]
    private static partial Regex YesNoWords();
}
