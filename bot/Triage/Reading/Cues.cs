using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Triage.Reading;

/// <summary>Plain words that tell what a message does to a matter already raised.</summary>
[Flags]
public enum Cues
{
    None = 0,

    /// <summary>"+1", "我家也是", "同求".</summary>
    MeToo = 1,

    /// <summary>"有没有人管", "三天了".</summary>
    Urge = 2,

    /// <summary>"还没修好", "还是不行".</summary>
    NotFixed = 4,

    /// <summary>"又堵了".</summary>
    Again = 8,

    /// <summary>"好了", "修好了".</summary>
    Fixed = 16,

    /// <summary>"不用来了", "算了".</summary>
    Withdrawn = 32,

    /// <summary>"另外", "还有一件事".</summary>
    Another = 64,

    /// <summary>"越来越大".</summary>
    Worse = 128,

    /// <summary>An 18-digit identity number.</summary>
    IdentityNumber = 256,

    /// <summary>"我来", "我家有".</summary>
    Claim = 512,

    /// <summary>An announcement's form: "【通知】", "各位业主".</summary>
    Announcement = 1024,

    /// <summary>Reads like a question.</summary>
    Asks = 2048,

    /// <summary>"有人在吗": opens a burst, asks nothing.</summary>
    Greeting = 4096,

    /// <summary>"转人工", "让网格员联系我"; see <see cref="PersonCalls"/>.</summary>
    WantsPerson = 8192,
}

/// <summary>Finds <see cref="Cues"/> in the words of a message.</summary>
public static partial class CueReader
{
    // In the order of the enumeration
    private static readonly PatternSet Signs = new(
        MeToo, Urge, NotFixed, Again, Fixed, Withdrawn, Another, Worse, IdentityNumber, Claim, Announcement, Asks, Greeting);

    // "不亮了" is no "亮了"
    private static readonly SearchValues<string> NoLonger = SearchValues.Create(
        ["不亮了", "不热了", "不通了", "唔亮", "勿亮", "弗亮", "没热", "没亮", "不暖和"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Thanks = SearchValues.Create(["谢", "辛苦"], StringComparison.Ordinal);

    public static Cues Read(string body)
    {
        Cues cues = (Cues)Signs.Matches(body);
        cues |= AsksWhether(body) ? Cues.Asks : 0;
        bool denied = body.AsSpan().ContainsAny(NoLonger) && (cues & Cues.Fixed) != 0 && !body.AsSpan().ContainsAny(Thanks);
        return denied || (cues & (Cues.NotFixed | Cues.Again)) != 0 ? cues & ~Cues.Fixed : cues;
    }

    // "停不停", "开唔开": verb, not, verb
    private static bool AsksWhether(string body)
    {
        for (int i = 0; i + 2 < body.Length; i++)
        {
            if (body[i] == body[i + 2] && body[i + 1] is '不' or '唔' or '勿' or '弗' or '没')
            {
                return true;
            }
        }

        return false;
    }

    private const RegexOptions Linear = RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\s*(\+1|＋1|加1|加一|顶|同求|同问|附议|赞成|支持|同意|\+10086|\+\d)|(我|俺|咱|阿拉|吾|偶|额|我地|我哋|我屋企)(们|哋|地)?(家|屋|屋里|屋头|屋企|楼|栋|单元|这|这边|这儿|嗰度|呢边|层|户|幢)?.{0,6}(也|都|亦|亦都|一样|同样|也是|一个样|同款)|^(也|都)(是|系)(这样|噉|咁|一样)|一样一样|(俺|我)也(是|遇到|闻到|听到|看到|有)|同款|同感|一根管|一个毛病|一回事|一码事|同一(个|根)|确实|系呀|是啊|是的呀|对头|真的是|就是就是|楼上说得对|我也|我们也|俺们也|咱也|(^|。|，| )(同意|赞同|可以有|这招中|举双手)|^(就是|对对|可不|谁说不是|是的|系啊|没错|可不是)", Linear)]
    private static partial Regex MeToo();

    [GeneratedRegex("(有(没有|冇|无)?人|冇人|没人|边个|谁|哪个|到底|几时|啥时候|什么时候|啥辰光|好久|多久|咋还|怎么还|点解仲|还没(人)?|仲未|仲冇|还勿|还不|催).{0,10}(管|修|来|理|跟|处理|搞|整|弄|解决|动静|消息|回音|答复|落实|跟进|睬|回复|进度)|催(一下|下|催)|(第?[一二两三四五六七八九十几0-9]+)(天|日|个(多)?(月|礼拜|星期|钟头|小时)|周|号)了|(修|换|弄|整|搞|抓|清|装|处理|解决|锯|通|补|派人?来?)(好|走|完|掉|妥|掂)?(了|咗|哒|喇|啦|脱)(没有|没|冇|吗|伐|未)|到底.{0,8}(来|联系|管|修|处理)|进度|没下文|冇下文|没动静|石沉大海", Linear)]
    private static partial Regex Urge();

    [GeneratedRegex("(还|仲|依然|依旧|照样|照旧|一样|仍|亦)(是|系|在|喺|得|然)?.{0,4}(没|未|冇|不|唔|勿|坏|漏|堵|黑|黄|臭|吵|停|响|亮不)|没(有)?(修|整|弄|搞|处理)好|未(修|整|搞)好|冇(整|修|搞)好|没好|不行|唔得|白修|修了等于没修|没解决|勿灵|没用|冇用|好了一半|一半|(还|仲)(是)?.{0,4}(冰|凉|冷|堆|滴|渗|闪|脏|乱|冒|流|有味)|个锤子|个屁|个鬼|白(弄|搞|整|来)|说好.{0,12}(还|又|没|不)", Linear)]
    private static partial Regex NotFixed();

    [GeneratedRegex("又(开始|来|犯|坏|堵|漏|停|黑|响|臭|吵|飞|冒|不|没|冇|唔|出|返|爬|卡|断|塌|反|掉|有|偷|跳|爆)|再次|老毛病|复发|翻.{0,2}(坏|漏|堵)|反复", Linear)]
    private static partial Regex Again();

    [GeneratedRegex("(修|整|弄|搞|通|处理|清|换|装|解决|搞定|打扫)(好|掂|完|通|妥|返好|干净)(了|咗|啦|喇|哒|嘞)?|(^|[^还不没])好了|搞掂|搞定|着返|亮了|(亮|通|来水|来电|有水|有电|热乎|暖和|寻着|寻到|找着|找到|好)(了|咗|啦|喇|哒|咧|咯|嘞|的了)|不漏了|唔漏|有水了|有电了|没味了|解决了|好嘞|好哒|好啦|好喇|正常了|恢复了|可以了|热了|不响了|冇声|得咗|没问题了|ok了|OK了|妥了|中了", Linear)]
    private static partial Regex Fixed();

    [GeneratedRegex("不用(来|管|修|跟|麻烦|处理|派)|唔(使|用)(来|跟|搞|理|修)|甭(来|管|修)|莫来|覅(来|管)|不消(来|管|麻烦)|算(了|喇|啦)|撤(了|回|销)|弄错|搞错|看错|误会|自己(修|弄|搞|整|解决|处理|换)(好|了)|当我没说|取消|不追究|没事了|冇事|找到|找着|寻着|寻到|虚惊|拉倒|莫管了|不消了|罢了|揭过", Linear)]
    private static partial Regex Withdrawn();

    [GeneratedRegex("^还有[ ，,:：]|说(个|句)?正经(的|嘞|事|话)|趁热(说|反映)|又有个?(事|情况)|还(想)?(说|反映|报)(个|一个|一件|件)|插(一)?句|^说(到|起)|另外|还有(个|一|件)|顺便|再(说|反映|问)|顺带|此外|对了|仲有|外加|讲埋", Linear)]
    private static partial Regex Another();

    [GeneratedRegex("越来越|更(大|严重|厉害|多|臭|吵)|仲多|加重|恶化|扩大|蔓延|比(上次|上回|昨天|昨晚|前天|前几天|之前|往常|平时|头先|刚才|寻日|琴日).{0,4}(多|大|严重|厉害|凶)|愈来愈|厉害了|摔了|扭伤|扭亲|绊倒|滑倒|跌倒|摔倒|漏到楼下", Linear)]
    private static partial Regex Worse();

    [GeneratedRegex(@"[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])\d{2}\d{3}[\dXx]", Linear)]
    private static partial Regex IdentityNumber();

    [GeneratedRegex("^(各位|群里|大家|师傅|物业|社区|网格员|管理处|网格长)?(早|早上好|大家好|你好|您好|哈喽|喂+|打扰(一下|了)?|麻烦问?一?下)?[ ，,]*(有(没有)?人(在|理)?(家|伐|吗|么|没|不|不在|嘛|呀|啊)*|有冇人(喺度|喺唔喺度|在|呀)*|在(吗|么|不|不在|伐|嘛|不在啊)*|在不在|喂+|你好|大家好|早上好|问一下|请问一下|打扰一下|帮帮忙|救命)?[?？!！。~～ ]*$", Linear)]
    private static partial Regex Greeting();

    [GeneratedRegex("^(我|俺|阿拉|吾)(来|去|送|帮|有|可以|等阵|等下|等会|马上|现在|这就|待会|晚点|下午|上午|明天|今天|屋企|家)|我(家|屋企|屋头|店里|这|这里|这边)?(有|可以|能|带|送|捐|出|借|陪)|算我一个|我报名|我会|我过(去|来)|我(顺路|开车|有空|有车|得闲)|我(跟|和)老", Linear)]
    private static partial Regex Claim();

    [GeneratedRegex("^[【\\[](通知|公告|公示|提醒|温馨提示|投票|停水|停电|预告|招募|活动|提示|紧急通知|问卷|调查|接龙)|^(各位|尊敬的|亲爱的)?(业主|居民|住户|邻居|街坊|家人)(们)?[：:，,！! ]|^(温馨提示|通知|公告|提醒)", Linear)]
    private static partial Regex Announcement();

    [GeneratedRegex("[?？]|吗|呢$|怎么(办|弄|申请|交|领|走|样|补|换|查|报名|预约|登记|退|兑)|点(样|解|办|算)|如何|咋(办|弄|整|个|样)|几(点|时|号|钱|多)|多少|哪(里|儿|个|天|边)|边度|啥(时|地方)|什么时候|请问|问(一?下|下|问)|有冇|有没有|要不要|能不能|可不可以|得唔得|是不是|系咪|啥子|咩|伐$|勿啦|嘎$", Linear)]
    private static partial Regex Asks();
}
