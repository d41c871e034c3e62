using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>What is said around a place: corrections, denials, who the speaker is, fillers.</summary>
internal static partial class Remarks
{
    private static readonly SearchValues<char> Hints = SearchValues.Create("错差对啱正确");

    public static bool IsCorrection(string text) =>
        (text.AsSpan().ContainsAny(Hints) || text.Contains("不是", StringComparison.Ordinal)) && Correction().IsMatch(text);

    public static bool IsBare(string text, int start, int end) =>
        text.Length <= 60 && Fillers().IsMatch(text[..start]) && Fillers().IsMatch(text[end..]);

    /// <summary>"不是7栋" names a place only to rule it out.</summary>
    public static bool IsDenied(string text, int start) => Denial().IsMatch(text[..start]);

    /// <summary>"10栋有水", "西门洞还行": the place is fine, the trouble is elsewhere.</summary>
    public static bool IsUnaffected(string text, int end) => Unaffected().IsMatch(text, end);

    /// <summary>"我是5栋的": where the speaker lives, when another place is told as well.</summary>
    public static bool IsIntroduction(string text, int start) => Introduction().IsMatch(text[..start]);

    [GeneratedRegex("打错|[说讲写搞弄记发打][错差](?!过)|(?:^|[\\s,。])不对[啊呀,\\s是]|唔啱|更正|纠正|准确[讲说]|应该是[^?？]{0,12}(?:才对|不是)|不是[^,\\s]{1,10}[,\\s]*是")]
    private static partial Regex Correction();

    [GeneratedRegex("(?:不是|唔系|唔係|勿是|弗是|不在|并非|没在)\\s?$")]
    private static partial Regex Denial();

    [GeneratedRegex(@"\G(?:的|这边|那边|我们)?(?:倒|还|都|暂时|一直|也|是)*(?:有水|有电|有气|没事|正常|好的|好好|亮着|冇事|唔停|没停|不停|热乎|未见|冇问题|没问题)")]
    private static partial Regex Unaffected();

    [GeneratedRegex("(?:我|俺|咱|阿拉)(?:是|系|係|住|住在|喺|在|家在|家住)?\\s?$")]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^(?:不好意思|抱歉|对不[起住]|打错[了脱咗]?|[说讲写搞弄记][错差][了脱咗]?|刚刚?|不对|更正|准确[讲说]|应该|好像|忘[写说讲][了咗]?|补[一充]?[句下]?|位置|地址|具体|大概|我们?|俺们?|阿拉|[在就是喺系係搁住的嘅格个吧啊呀哈哦噢嘛呢了哒来这那边里头儿呗呐哎诶对位,.。!?~、:;\-\s]){0,20}$")]
    private static partial Regex Fillers();
}
