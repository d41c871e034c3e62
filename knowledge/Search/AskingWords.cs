using System.Text.RegularExpressions;

namespace Knowledge.Search;

/// <summary>The words by which people ask: they tell what sort of answer is meant.</summary>
internal static partial class AskingWords
{
    public static ExpectedAnswer Expected(string folded) =>
        PhoneWords().IsMatch(folded) ? ExpectedAnswer.Phone
        : RatioWords().IsMatch(folded) ? ExpectedAnswer.Ratio
        : MoneyWords().IsMatch(folded) ? ExpectedAnswer.Money
        : SpanWords().IsMatch(folded) ? ExpectedAnswer.Span
        : AmountWords().IsMatch(folded) ? ExpectedAnswer.Amount
        : ClockWords().IsMatch(folded) ? ExpectedAnswer.Clock
        : DayWords().IsMatch(folded) ? ExpectedAnswer.Day
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

    [GeneratedRegex("百分之几|百分之多少|几成|几折|多大比例|占多少")]
    private static partial Regex RatioWords();

    [GeneratedRegex("(?:多少|几多|好多|几个)钱|几[块毛元钿]|多少[块元]|好多块|价格|[什啥]么?价|收费|费用|[收交缴补发给领罚赔押摊扣退掏花][^，。？]{0,2}(?:多少|几多|好多|几个钱)(?![天次张本件个人])|(?:钱|费|金|津贴|补贴|补助|租金|工资)[^，。？]{0,4}(?:多少|几多|好多)(?![天次张本件个人])|收不收[钱费]|[要收交]钱[吗不没伐么]")]
    private static partial Regex MoneyWords();

    [GeneratedRegex("多久|多长时间|几天|几个(?:月|工作日|小时|钟头|礼拜|星期)|几年|几小时|几分钟|多少[天年]|多少个?(?:月|小时|工作日)|好多天|期限")]
    private static partial Regex SpanWords();

    [GeneratedRegex("几点|几时|啥钟点")]
    private static partial Regex ClockWords();

    [GeneratedRegex("哪[几一]?天|几号(?!楼|窗|线|院)|几月|[拜期周]几|什么日子|啥日子|截止")]
    private static partial Regex DayWords();

    [GeneratedRegex("多少|好多(?=[钱天岁年个分人块度米斤次回平]|小时|$|[，,。？? ])|(?<![拜期周])几(?!时|点|号|月)|百分之|多大|多高|多长|多重|标准是")]
    private static partial Regex AmountWords();

    [GeneratedRegex("什么时候|什么时间|啥时|啥子时候|啥辰光|什么辰光|何时|几时|几点|几号|几月|[拜期周]几|哪[几一]?天|哪年|多久|好久|多长时间|期限|截止|时间")]
    private static partial Regex TimeWords();

    [GeneratedRegex("哪里|哪儿|哪点|哪块|什么地方|啥地方|啥子地方|[在去到上往搁朝从]哪|哪个(?:窗口|位置|门|地方|小区|医院)|哪[栋幢条]|什么位置|啥位置|地点|地址")]
    private static partial Regex PlaceWords();

    [GeneratedRegex("谁|什么人|哪些人|哪类人|找哪")]
    private static partial Regex PersonWords();

    [GeneratedRegex("为什么|为何|为啥|原因")]
    private static partial Regex ReasonWords();

    [GeneratedRegex("什么|啥|哪些|哪几|哪")]
    private static partial Regex ThingWords();

    [GeneratedRegex("怎么|怎样|如何|咋")]
    private static partial Regex WayWords();

    [GeneratedRegex("吗|能不|可不可以|是不是|有没有|有没得|要不要|用不用|行不|成不|中不|让不让|给不给|收不收|补不补|算不算|管不管|可以不|是否|能否|可否|[不没么伐](?=$|[，,。？?！! ])")]
    private static partial Regex YesNoWords();
}
