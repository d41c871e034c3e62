using System.Text.RegularExpressions;
using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>Whether a sentence holds the sort of answer that is asked for.</summary>
internal static partial class AnswerShapes
{
    public static bool Fits(ExpectedAnswer expected, ReadOnlySpan<char> text) => expected switch
    {
        ExpectedAnswer.Amount => Amounts().IsMatch(text),
        ExpectedAnswer.Money => Sums().IsMatch(text),
        ExpectedAnswer.Ratio => Ratios().IsMatch(text),
        ExpectedAnswer.Clock => Hours().IsMatch(text),
        ExpectedAnswer.Day => Days().IsMatch(text),
        ExpectedAnswer.Span => Spans().IsMatch(text),
        ExpectedAnswer.Time => Times().IsMatch(text),
        ExpectedAnswer.Place => Places().IsMatch(text),
        ExpectedAnswer.Person => People().IsMatch(text),
        ExpectedAnswer.YesOrNo => Rulings().IsMatch(text),
        ExpectedAnswer.Reason => Reasons().IsMatch(text),
        ExpectedAnswer.Phone => Phones().IsMatch(text),
        ExpectedAnswer.Things => Lists().IsMatch(text),
        _ => false,
    };

    [GeneratedRegex("(?<![0-9.])[0-9]+(?:[.][0-9]+)?(?![0-9]|[.][0-9]|年)|[一二两三四五六七八九十百千万]+[元个名人次岁年月天日折成倍]|免费|免收|不收")]
    private static partial Regex Amounts();

    [GeneratedRegex("[0-9万千百十]\\s*(?:万|千)?元|元[0-9]|[一二两三四五六七八九十百千万]+(?:块|元)|\\| *[0-9.]+ *(?:\\||$)|免费|不收|免收|全免|免交|免缴|不缴|不交|不要钱|不用钱|不出钱|减半|一半|半价|[一二三四五六七八九][成折]|[0-9]%|全额|自费|工本费|原价|实际")]
    private static partial Regex Sums();

    [GeneratedRegex("[0-9]\\s*[%％]|百分之|[一二两三四五六七八九半]成|[一二三四五六七八九]折|一半|减半|全额|系数")]
    private static partial Regex Ratios();

    [GeneratedRegex("[0-9一二三四五六七八九十]\\s*[点时]|[0-9]{1,2}[:：][0-9]{2}|全天|24小时|上午|下午|晚上|中午|早上|随时")]
    private static partial Regex Hours();

    [GeneratedRegex("[0-9一二三四五六七八九十]\\s*[月日号]|周[一二三四五六日末]|星期|每天|每日|每月|每周|工作日|节假日|国庆|春节|元旦|月底|年底|当天|次日|季度")]
    private static partial Regex Days();

    [GeneratedRegex("[0-9一二三四五六七八九十两半几]\\s*个?多?(?:天|日|月|年|小时|分钟|工作日|周|星期|学期|季)|当天|当场|当日|立即|立刻|马上|随时|长期|永久|即时|不限")]
    private static partial Regex Spans();

    [GeneratedRegex("[0-9０-９一二三四五六七八九十]+\\s*(?:年|月|日|号|点|时|天|分钟|小时|个工作日)|[0-9]{1,2}[:：][0-9]{2}|周[一二三四五六日末]|星期|每天|每日|每月|全天|上午|下午|随时|当天")]
    private static partial Regex Times();

    [GeneratedRegex("[0-9]+号楼|[0-9]+号|楼|室|窗口|中心|大厅|服务站|门口|广场|路|街|到.{1,12}(?:办|领|取|交)|网上|小程序")]
    private static partial Regex Places();

    [GeneratedRegex("人员|居民|业主|老人|者|户|负责|联系|由")]
    private static partial Regex People();

    [GeneratedRegex("不得|不能|不可|不准|禁止|严禁|可以|可|应当|应|必须|须|需|无需|不用|不需要|允许|不予")]
    private static partial Regex Rulings();

    [GeneratedRegex("为了|为|因|由于|避免|防止|以免|导致")]
    private static partial Regex Reasons();

    [GeneratedRegex("、|和|带|包括|分为|如下|^持|提供")]
    private static partial Regex Lists();

    [GeneratedRegex("[0-9０-９][0-9０-９-]{2,}")]
    private static partial Regex Phones();
}
