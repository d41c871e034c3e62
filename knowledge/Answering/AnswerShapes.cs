using System.Text.RegularExpressions;
using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>Whether a sentence holds the sort of answer that is asked for.</summary>
internal static partial class AnswerShapes
{
    public static bool Fits(ExpectedAnswer expected, string text) => expected switch
    {
        ExpectedAnswer.Amount => Amounts().IsMatch(text),
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
