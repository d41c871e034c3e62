using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>Somebody asks where their own benefit, card or fee stands: a question for the rule and a person, neither a repair nor talk.</summary>
internal static partial class OwnCase
{
    public static bool Is(Finding finding) =>
        finding.Emergency is null && Office().IsMatch(finding.Body) && PersonalCases.Is(finding.Body);

    public static Verdict? Decide(Finding finding) => Is(finding)
        ? new Verdict(finding, Kind.Question, Act.Ask, Math.Max(finding.Prediction[Kind.Question], 0.6f), "问自己的事办到哪了", Speaks: true)
        : null;

    [GeneratedRegex("尊老金|高龄|津贴|补贴|补助|救助|低保|医保|社保|养老|退休金|居住证|身份证|户口|落户|物业费|停车费|积分|残疾|慢特?病|报销|长护|公积金|参保|认证|餐卡|卡里|课堂|资格", RegexOptions.NonBacktracking)]
    private static partial Regex Office();
}
