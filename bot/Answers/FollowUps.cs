using System.Text.RegularExpressions;
using Knowledge;

namespace Bot.Answers;

/// <summary>Questions that go on from one before ("那要带什么材料？", "外地户口呢？") and leave its subject out. Pure.</summary>
public static partial class FollowUps
{
    /// <summary>How long the asker's own question is the one they go on from.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <summary>How long an answer can be quoted.</summary>
    public static readonly TimeSpan QuotedWithin = TimeSpan.FromHours(24);

    internal const int MostLooked = 200;
    private const int Longest = 24;
    private const int LongestSubject = 40;
    private const int LongestQuoted = 12;
    internal const char Mark = '：';

    /// <summary>Short, asks something, and names no subject of its own or begins as one who asks on.</summary>
    public static bool Is(string text)
    {
        string said = text.Trim();
        return said.Length is > 1 and <= Longest && Asks().IsMatch(said) && (Begins().IsMatch(said) || IsContrast(said) || !HasSubject(said));
    }

    /// <summary>"帮我查一下": asks somebody to look into what was asked before, and names nothing of its own.</summary>
    public static bool Presses(string text) => text.Trim() is { Length: <= Longest } said && PersonalCases.BesideLookUp(said) is { } rest
        && Common().Replace(Polite().Replace(rest, ""), "").Count(char.IsLetterOrDigit) < 2;

    /// <summary>The question that this one goes on from: the one whose answer is quoted, else the asker's own of the last minutes.</summary>
    /// <param name="lately">Of the same group, the latest first.</param>
    public static AskedQuestion? Earlier(IEnumerable<AskedQuestion> lately, string asker, string? replyTo, string? quoted, DateTimeOffset now)
    {
        string? words = quoted?.Trim();
        return replyTo is null && words is null
            ? lately.FirstOrDefault(each => each.Asker == asker && now - each.AskedAt <= Within)
            : lately.FirstOrDefault(each => each.MessageId == replyTo || (words?.Length >= LongestQuoted && Same(each.Reply, words)));
    }

    /// <summary>The follow-up as it would have been asked in one.</summary>
    public static string Carry(string earlier, string said)
    {
        string before = earlier.Split(Mark)[0];
        string rule = PersonalCases.RuleOf(before) ?? before;
        // "外地户口呢" asks the same of somebody else
        string subject = IsContrast(said) ? rule : QuestionMatter.SubjectOf(rule);
        return $"{(subject.Length > LongestSubject ? subject[..LongestSubject] : subject)} {Begins().Replace(said.Trim(), "")}";
    }

    /// <summary>As people read it: "社保卡丢了补办：要带什么材料？".</summary>
    public static string Named(string earlier, string said)
    {
        string subject = QuestionMatter.SubjectOf(earlier.Split(Mark)[0]);
        return subject.Length == 0 ? said : $"{(subject.Length > LongestSubject ? subject[..LongestSubject] : subject)}{Mark}{said}";
    }

    /// <summary>What was answered of the two; where both were, the subject carried over counts unless the words have one of their own and are surer.</summary>
    public static Answer? Better(string said, Answer? carried, Answer? bare) => (carried, bare) switch
    {
        ({ Answered: true }, { Answered: true }) => HasSubject(said) && !IsContrast(said) && bare.Confidence > carried.Confidence ? bare : carried,
        (_, { Answered: true }) when HasSubject(said) && !IsContrast(said) => bare,
        _ => carried,
    };

    private static bool IsContrast(string text) => Contrast().IsMatch(text.Trim());

    private static bool HasSubject(string text) => Common().Replace(QuestionMatter.SubjectOf(text), "").Length >= 2;

    private static bool Same(string reply, string quoted) =>
        reply.StartsWith(quoted.TrimEnd('…', '.'), StringComparison.Ordinal) || quoted.Contains(reply, StringComparison.Ordinal);

    [GeneratedRegex("呢|吗|嘛|么|几|哪|什么|啥|多少|多久|怎么|咋|谁|能不能|可不可以|要不要|用不用|是不是|有没有|行不行|[?？]")]
    private static partial Regex Asks();

    [GeneratedRegex("^(?:那么?|还有|另外|再问一?下?|顺便问一?下?|然后)[，, ]?")]
    private static partial Regex Begins();

    [GeneratedRegex("麻烦|劳烦|拜托|辛苦|劳驾|谢谢|能不能|可不可以|[您你请那就吧呗啊呀哈哦吗了的]")]
    private static partial Regex Polite();

    [GeneratedRegex("^(?!.*(?:什么|啥|几|哪|多少|多久|怎么|咋|谁)).{2,12}呢[?？]?$")]
    private static partial Regex Contrast();

    // what every matter has: papers, hours, places, fees, who may go
    [GeneratedRegex("材料|证件|手续|资料|照片|复印件?|身份证|带|开门|关门|开|关|上班|下班|电话|号码|地址|地方|位置|时间|周末|周[一二三四五六日六天]|星期|礼拜|中午|下午|上午|早上|晚上|今天|明天|钱|费用?|收费|免费|交|缴|本人|自己|代办|代领|代|替|家属|子女|去|来|到|窗口|流程|办理?|领取?|取|申请|预约|排队|登记|网上|手机|需要?|要|能|可以|会|行|有|没|不|得|多|长|天|小时|工作日|完|完成|下来|拿|出")]
    private static partial Regex Common();
}
