using System.Text.RegularExpressions;

namespace Bot.Triage.Reading;

/// <summary>Tells a call for a human ("转人工", "让网格员联系我") from talk about one ("上次转人工等半天").</summary>
public static partial class PersonCalls
{
    private const int Longest = 40;
    private const int Brief = 16;
    private static readonly PatternSet Signs = new(Talk, ByHand, Contact, Someone);

    /// <param name="body">The sender's own words.</param>
    /// <param name="namesBot">Whether the bot is called by name; then "叫个人来" is said to it.</param>
    public static bool Is(string body, bool namesBot) =>
        body.Length is > 0 and <= Longest && Calls(body, Signs.Candidates(body), namesBot);

    private static bool Calls(string body, ulong candidates, bool namesBot) =>
        (Signs.IsMatch(1, candidates, body) || Signs.IsMatch(2, candidates, body) || (namesBot && body.Length <= Brief && Signs.IsMatch(3, candidates, body)))
        && !Signs.IsMatch(0, candidates, body);

    /// <summary>Tells of calls for a human, here or elsewhere: a story and no matter.</summary>
    public static bool TellsOf(string body) =>
        (body.Contains("转人工", StringComparison.Ordinal) || body.Contains("人工客服", StringComparison.Ordinal)) && Talk().IsMatch(body);

    private const RegexOptions Linear = RegexOptions.NonBacktracking;

    // What is told of others, of other lines and of other times, and what only has 人工 in its name
    [GeneratedRegex("上(次|回|趟|礼拜|星期|周|个月)|昨|寻日|琴日|前(天|日|几天|阵)|每次|回回|次次|那(次|回|天)|以前|之前|从前|老是|总是|向来|12345|1[0-9]{4}|95[0-9]{3}|热线|银行|移动|电信|联通|供电|燃气公司|保险|淘宝|京东|客服(电话|那边)|人工(费|湖|智能|降|增|草|呼吸|成本|授粉|关节|晶体|流产|林|养殖|咨询台)|转(了|过|不了|不到|唔到|人工(要|得|才|就|没|冇|都|等|半天|也|不(行|好|如|通)|太|真|的|之后|以后|那))|(不用|不要|不必|唔使|甭|别|覅|莫|没必要|不想)(再)?(转|找|叫|接|让|麻烦)|(联系|回|打|找)(过|了|咗|到)(我|俺|电话)|(联系|找)(我|俺)(了|过|咗|啦)|(他|她|佢|伊|人家|别人|邻居|谁|哪个)(们|哋|拉)?.{0,4}(转|找|要|叫).{0,2}(人工|真人)|听(说|讲)|骗|诈", Linear)]
    private static partial Regex Talk();

    [GeneratedRegex("(转|找|接|要|叫|换|搵|揾|寻|呼|喊|切)(一下|下|个|到|成|返|回|去)?人工(客服|服务|坐席|台)?(吧|呗|啊|呀|嘛|噻|啦|咯|哈|一下|下|行不行|行不|行吗|行伐|可以吗|可以不|好吗|好伐|得唔得|吗|么|不|伐|谢谢|，|,|。|！|!|？|\\?|~|～|…| |\\n|$)|^人工(客服|服务)?(呢|在吗|在不在|在伐)?[!！。？?~ ]*$|(找|要|换|叫|转|跟|和|同|搵|揾|寻|来|有|喊|把)(一?(个|位|只)|下|到)?(真人|活人|大活人)|(不想|不要|不愿|唔想|唔要|懒得|勿想|不)(再)?(跟|和|同|对着|对牢)(你|侬|个)?(一个|个|只|这个)?机器人?(讲|说|聊|倾|谈|啰嗦|掰扯)|(不要|别让|莫喊|唔要|不想要|覅)机器人?(答|回|讲|说|来)|机器人.{0,8}(听不懂|不懂|讲不清|说不清|唔识|弄勿清).{0,10}(找|叫|换|来|搵|喊|转)(一?个|下)?人", Linear)]
    private static partial Regex ByHand();

    [GeneratedRegex("(让|叫|请|喊|麻烦|安排|派|帮.{0,3}(叫|喊|联系)|得|想|要|给).{0,4}(网格员|网格长|社区|居委|村委|物业|管理处|工作人员|负责人|专人|管事的|书记|主任|楼长|人|师傅|同志).{0,8}(联系|联络|搵|揾|找|加|回|打|来)(一?(个|下)|下子)?(电话|微信|话|信)?(给|畀|到)?(我|俺|咱|阿拉|吾|额)|(让|叫|请|喊|麻烦|安排|派|帮.{0,3}(叫|喊|联系)).{0,4}(网格员|网格长|社区|居委|物业|工作人员|负责人|专人|管事的|书记|主任|楼长|人).{0,6}(给|跟|畀|同)(我|俺|咱|阿拉|吾|额)(家|屋)?(回|打|来|联系|讲|说)|(网格员|网格长|社区|居委|工作人员|负责人|主任).{0,8}(能不能|能|可以|可不可以|得唔得|麻烦|请|快|尽快|赶紧).{0,4}(联系|联络|打|回|搵|揾|找|给|畀|跟).{0,4}(我|俺|阿拉|吾)", Linear)]
    private static partial Regex Contact();

    [GeneratedRegex("(叫|喊|来|找|派|换|让|安排|请|搵|揾|寻)(一?(个|位|名|只)|下|点|些)(人|活人|管事的|负责人|网格员|网格长|工作人员|师傅)(来|过来|嚟|出来|跟|和|同|联系|讲|说|接|回|处理|吧|呗|啊|呀|噻|嘛|好不|行不|行吗|可以吗|[!！。？?~]|$)|(网格员|网格长|负责人|管事的|工作人员)(在吗|在不在|在伐|呢|在哪|喺度)", Linear)]
    private static partial Regex Someone();
}
