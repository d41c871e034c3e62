using System.Text.RegularExpressions;
using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>To whom a question goes: to those who know the rules, or to a neighbour, which is none of the bot's business.</summary>
public sealed partial class Addressees(Scene scene)
{
    private const float Neighbour = 0.5f;
    private const int Brief = 14;
    private static readonly TimeSpan Talk = TimeSpan.FromSeconds(90);

    public bool IsAmongNeighbours(Finding finding, bool ofNotice)
    {
        if (finding.Text.NamesBot || CallsStaff(finding)) { return false; }
        // "@王姐 你到哪了": neither the bot nor staff
        bool calls = Call().IsMatch(finding.Body), intimate = Intimate().IsMatch(finding.Body);
        float likely = finding.Prediction.AmongNeighbours;
        likely += calls ? 0.35f : 0;
        likely += AnswersResident(finding) ? 0.2f : 0;
        likely += intimate ? 0.25f : 0;
        likely += finding.Body.Length <= Brief && InTalk(finding) ? 0.2f : 0;
        likely -= Polite().IsMatch(finding.Body) ? 0.2f : 0;
        likely -= Official().IsMatch(finding.Body) ? 0.3f : 0;
        return likely >= Neighbour && (!ofNotice || calls || intimate);
    }

    /// <summary>Asks around after a service or a rule: "有人知道卫生站星期六打疫苗不".</summary>
    public static bool AsksAround(Finding finding) => Around().IsMatch(finding.Body)
        && (Official().IsMatch(finding.Body) || Service().IsMatch(finding.Body)) && finding.Report < 0.5f;

    // A neighbour has just spoken
    private bool InTalk(Finding finding) => scene.Memory.Lately(finding.Message.Group).Any(heard =>
        !heard.IsByStaff && heard.Sender != finding.Message.Sender && heard.Time <= finding.Message.Time && finding.Message.Time - heard.Time <= Talk);

    private bool CallsStaff(Finding finding) => Office().IsMatch(finding.Body)
        || Call().Match(finding.Body) is { Success: true } call && (Post().IsMatch(call.Groups[1].Value) || scene.IsStaff(call.Groups[1].Value, finding.Message.Group));

    private bool AnswersResident(Finding finding)
    {
        Utterance? heard = finding.Message.ReplyTo is { } id ? scene.Memory.ById(finding.Message.Group, id)
            : finding.Text.Quoted is { } quoted ? scene.Memory.Quoted(finding.Message.Group, finding.Text.QuotedSender, quoted) : null;
        return heard is { IsByStaff: false, Announces: false } && heard.Sender != finding.Message.Sender;
    }

    [GeneratedRegex("(有|哪|边).{0,2}(人|个|位)?(知道|晓得|清楚|知)|谁(知道|晓得|清楚)|边个知", Linear)]
    private static partial Regex Around();

    [GeneratedRegex("卫生站|卫生院|社区|居委|食堂|疫苗|体检|图书|活动室|派出所|服务站|学校报名|物业|街道|快递柜|充电桩|公交", Linear)]
    private static partial Regex Service();

    private const RegexOptions Linear = RegexOptions.NonBacktracking;

    [GeneratedRegex("@([^ @，,。：:\n]{1,20})", Linear)]
    private static partial Regex Call();

    [GeneratedRegex("^(请问|问(一?下|下|声)|想问|咨询)", Linear)]
    private static partial Regex Polite();

    [GeneratedRegex("网格|物业|社区|管理处|居委|村委|书记|主任|客服|管家|民警|片警", Linear)]
    private static partial Regex Post();

    // Said to the office by name
    [GeneratedRegex("(社区|居委|村委|物业|网格|管理处|街道|卫生站|服务站)(的)?(能不能|能|可以|有没有|有冇|有|几点|啥时候|会不会|给|管|上班|开门|同志|工作人员|领导|老师)|(网格员|网格长|书记|主任|李老师)[ ，,：:]|同志", Linear)]
    private static partial Regex Office();

    [GeneratedRegex("你(家|们家|屋|娃|儿子|女儿|孙|妈|爸|那|这|咋|几|买|到|去|啥|觉)|恁家|侬|俚笃|(谁|哪个|哪位|边个|啥人)(家|屋|有|会|要|去|帮|把|拿|捡|买|看见|认得)|(姐妹|姐|哥|嫂|嬢|婶|叔|伯|姨|爷|奶|老铁|兄弟)(们|子)? ?(你|侬|您|咋|在|晚|今)|AA|团长|群主|拼(团|车|单)|几钱斤|多少(一)?斤|一斤|几斤|一起", Linear)]
    private static partial Regex Intimate();

    [GeneratedRegex("尊老金|积分|救助|义诊|物业费|停车费|补办|挂失|补贴|津贴|医保|社保|低保|养老|户口|户籍|居住证|身份证|暂住|证明|手续|材料|申请|办理|报销|窗口|政策|规定|缴费|收费|标准|几点(开|关|上班|下班)|开门|开放|预约|登记|备案|截止|资格|名额|停水|停电|来水|来电|供暖|检修", Linear)]
    private static partial Regex Official();
}
