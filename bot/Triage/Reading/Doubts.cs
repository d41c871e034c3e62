using System.Text.RegularExpressions;

namespace Bot.Triage.Reading;

/// <summary>Why a message that sounds like a matter may be none: the known traps of group talk.</summary>
[Flags]
public enum Doubts
{
    None = 0,

    /// <summary>Another town, relatives elsewhere.</summary>
    Elsewhere = 1,

    /// <summary>An old story.</summary>
    Past = 2,

    /// <summary>Television, news, a video, a book.</summary>
    Told = 4,

    /// <summary>If, suppose, would it.</summary>
    Supposed = 8,

    /// <summary>An announced drill.</summary>
    Drill = 16,

    /// <summary>Figures of speech: "热死了".</summary>
    Exaggerated = 32,

    /// <summary>Already solved, put out, found.</summary>
    Over = 64,

    /// <summary>A rule, a warning to all, a lecture, a lesson.</summary>
    Warning = 128,

    /// <summary>Selling, offering, a list to join.</summary>
    Offer = 256,

    /// <summary>"Not": no smell here, nobody hurt.</summary>
    Denied = 512,

    /// <summary>Where a parcel is to go.</summary>
    Delivery = 1024,

    /// <summary>A vote and its reason.</summary>
    Vote = 2048,

    /// <summary>Orders to the bot: forget your rules, list the residents.</summary>
    Orders = 4096,

    /// <summary>Smoke and fire of a kitchen, a stall, a stove that will not light.</summary>
    Cooking = 8192,

    /// <summary>What to do should it ever happen: "发现煤气味请立即打119".</summary>
    Advice = 16384,
}

/// <summary>Finds <see cref="Doubts"/> in the words of a message.</summary>
public static partial class DoubtReader
{
    private const int FineLength = 18;

    // In the order of the enumeration; what is fine comes last
    private static readonly PatternSet Signs = new(
        Elsewhere, Past, Told, Supposed, Drill, Exaggerated, Over, Warning, Offer, Denied, Delivery, Vote, Orders, Cooking, Advice, Fine);

    public static Doubts Read(string body)
    {
        const int all = ((int)Doubts.Advice << 1) - 1;
        int found = (int)Signs.Matches(body);
        bool fine = found > all && body.Length <= FineLength;
        return (Doubts)(found & all) | (fine ? Doubts.Denied : 0);
    }

    private const RegexOptions Linear = RegexOptions.NonBacktracking;

    [GeneratedRegex("老家(那|的|屋|昨|发)|外地(的|那|有|一个|某)|邻市|隔壁市|外省|某(地|市|县)|我(表|堂)?(妹|姐|哥|弟|舅|姨|姑|叔).{0,4}(那边|嗰边|那里|那头|喺)|(她们|他们|佢哋|伊拉|人家|别的|别个|侄女|兄弟|亲戚)(那|嗰|格|的)?(个)?(楼|小区|边|院子|单位|城|县|村)|国外|外国|同事(家|小区)|(闺女|女儿|儿子|亲戚|朋友|同学|丈母娘|娘家|侄女|侄子|外甥).{0,3}(家那|那边|他们小区|小区|那头|在[^家楼这我]{2,4}.{0,3}(她|他|伊|佢))|乡下|别处", Linear)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("(夜里|昨晚|昨夜|昨天|前天|前晚|琴晚|寻晚).{0,4}(是不是|听见|听到|有没有)|那一年|去年|旧年|前年|那年|当年|年轻(时|的时候)|小时候|细个|老早(弄|屋|住|我|辰|个)|以前|从前|早几年|前几年|上个世纪|那会儿|那阵子|想当初|老早辰光|老底子|早先|[一二三四五六七八九十0-9]+年前|那回|有一?年|[0-9]{2,4}年(那|发|夏|冬|的)|地震那|解放前|[一二三四五六七八九零〇]{2}年(的|那|涨|发|大|夏|冬|闹)|老(里|辈)", Linear)]
    private static partial Regex Past();

    [GeneratedRegex("新闻|电视(里|上|剧)|(看|睇|追).{0,3}(剧|电视|片|短片)|灾难片|电影|视频里|抖音|快手|小说|剧情|嗰套剧|那集|刷到|看到网上|网上(说|看)|朋友圈|公众号|听说书|做梦|梦到|梦见|纪录片|短视频|热搜|案例|游戏里|副本|收音机|广播里|转发】|^\\[链接\\]|扩散|转自|群发|听(说|讲)(隔壁|别|外|有个)", Linear)]
    private static partial Regex Told();

    [GeneratedRegex("(着火|起火|出事|出了事|爆炸|摔).{0,4}(谁|你|哪个|恁|侬)(来)?(负责|赔|担|管)|如果|假如|假设|打个比方|倘若|要是(真|哪天|明天|地震|着火|起|高架)|万一.{0,8}(呢|咋|怎)|哪天.{0,6}(了|咋|怎)", Linear)]
    private static partial Regex Supposed();

    [GeneratedRegex("演练|演习|彩排|排练|测试警报|试鸣", Linear)]
    private static partial Regex Drill();

    [GeneratedRegex("(喊|叫)(他|她|佢|伊|它)?(上来|下来|回来|返来)?.{0,2}(吃饭|回家|食饭|写作业)|(吵|闹|弹|烦|唱|敲|催|堵).{0,24}(我|俺|都)?(要|想|快|得)(跳楼|疯|上吊|自杀)|跳楼(机|价|大)|(娃|孩子|小孩|细路|囡|伢|崽)(们|儿)?(们)?(在)?(耍|玩|扮|演)|(打|玩)(游戏|吃鸡|王者)|开黑|没子弹|组队|(一|1)丝血|残血|救命恩人|(上钩|鱼).{0,12}救命|(热|冷|冻|累|笑|困|饿|气|急|忙|烦|吓|馋|臭美|美|香|辣|咸|甜|堵|想|羡慕|尴尬|震)(都|都要|要|得要|得|到|得我要|个)?(快)?(人)?(死|炸|疯|爆|融|晕|化|断气|中风|叫120)|(好吃|吃|喝|香|爱|喜欢)死(个|了)?(人|我|了)|要(人|老|我)?命(了|啊|哦|$)|想死$|还让人活|钱包.{0,4}(自杀|跳楼|失火|着火|空)|跳楼价|挥泪|嗓子冒烟|火爆|房价|股票|基金", Linear)]
    private static partial Regex Exaggerated();

    [GeneratedRegex("(火|烟).{0,6}(灭|熄)(了|咗|掉|脱)|已经?(灭|熄|救出|找到|修好|解决|好了|没事|处理|扑灭|控制|解困|联系上)|扑灭|(人|都|救|放|走|抱)(了)?出来(了|啦|咗)|揾返|找到了|找着了|寻着|寻到了|没事了|冇事了|虚惊|搞错|误报|(还|我|都)以为|还当(是)?|原来(是|系)|合着|敢情|终于(修|整|弄|装|通|来|亮|换)|总算(修|整|弄|装|通|来|亮|换|清)|修好了|整返好|整好了|放出来了|解除|脱险|清醒过来|终归(修|好)", Linear)]
    private static partial Regex Over();

    [GeneratedRegex("请大家(注意|留意)|发现.{0,8}(请|立即|及时|马上).{0,6}(打|拨|报|联系)|请勿|严禁|禁止|切勿|小心.{0,6}(火灾|火烛)|注意(安全|防火|用电)|温馨提示|安全(知识|提示|宣传|讲座|培训)|讲座|培训|谨防|预防|防(火|诈|溺水|盗)宣传|家长们?注意|倡议", Linear)]
    private static partial Regex Warning();

    [GeneratedRegex("接龙|团购|拼团|优惠|促销|加我(微|v|V|飞|q|Q|好友)|加微|v信|vx|代理|招聘|招工|月薪|日结|贷款|砍一刀|助力|投票给|下单|包邮|现货|出售|转让|低价|特价|免费领|扫码(领|进|关|加)|会员|专业(维修|疏通|开锁|清洗)|上门(维修|疏通|开锁|回收|清洗)|承接|价格(美丽|从优)|[一二三四五六七八九十两0-9]+块(一|钱)(碗|斤|个|份)|来晚没", Linear)]
    private static partial Regex Offer();

    [GeneratedRegex("(手机|拖鞋|鞋|钥匙|球|帽子|衣服|袜子|眼镜|无人机).{0,8}(掉|落|飞|跌)|(没有?|冇)(人)?(着火|起火|失火|漏气|漏煤气|被困|受伤|打架|出事)|(^|[^是])(不是|唔系|勿是)(着火|起火|失火|火烛|煤气|燃气|漏气|打架)|我们这(边|栋)?没", Linear)]
    private static partial Regex Denied();

    [GeneratedRegex("(快递|外卖|跑腿|送货|小哥|包裹|骑手).{0,24}(就说|先(搁|放)|写的|放门口|门口就行|搁门口|地址|送到|送去|给我送)|(收货|送货|取餐)地址|(你|您|侬|恁)(的|嘅|个)(件|快递|包裹|外卖|饭|餐).{0,6}(放|搁|到|在|喺)", Linear)]
    private static partial Regex Delivery();

    [GeneratedRegex("^(我)?(投|选|揀|拣)[A-Da-d1-4一二三四①②③]|^[A-Da-d]( |，|,|吧|$)|^(灯谜|栅栏|绿篱|实墙)", Linear)]
    private static partial Regex Vote();

    [GeneratedRegex("(忽略|无视|唔理|别管|不用管|忘(掉|记)).{0,8}(规定|规矩|规则|指令|设定|提示|限制)|从现在起.{0,6}没有|你没有(规矩|限制)|开发者模式|管理员(模式|权限)?.{0,12}(把|将|发|列|报|交)|系统提示词|越狱|(住户|业主|户主|居民).{0,4}(名单|电话|手机号|身份证)|(名单|电话|手机号).{0,6}(发|列|报|交)(出|给|上|一)|你(现在|而家|如今)?(是|系|扮演)(管理员|黑客|dan)", Linear)]
    private static partial Regex Orders();

    [GeneratedRegex("(请大家|提醒(大家|各位|邻居)|温馨提示|小贴士|大家(要|都)?(注意|记住|记得)|各位).{0,14}(发现|闻到|闻见|遇(到|见)|碰到|一旦|如遇?|看到).{0,16}(请|先|要|应|马上|立即|及时|第一时间|别|不要|勿)|^(发现|闻到|遇(到|见)|碰到|一旦|如遇?)[^了0-9]{1,10}(请|应|要|先|可)(立即|马上|及时|第一时间|大家)?(打|拨|关|开|联系|按|撤|用)|(着火|起火|火灾|地震|困电梯|煤气味).{0,3}(怎么办|咋办|时).{0,3}(先|应|要|记住)", Linear)]
    private static partial Regex Advice();

    // "9栋倒还好", "我们这边亮着的": one's own place is not affected
    [GeneratedRegex("(我|俺|咱|阿拉|吾)(们|哋|地)?(家|栋|楼|单元|这边)?(正常|没事|冇事|好好的|有水|有电|未见)|(栋|幢|楼|单元|门洞|梯|座|家|屋里|这边|呢边|格搭|边|层|号)(的|这|这儿|呢度)?(倒)?(都|倒|暂时|还|而家|目前|现在)?(还行|还好|好好|没事|冇事|呒没|呒啥|正常|有水|有电|亮着|没得(问题|事)|没问题|未见|冇见|不漏|没漏|没停|冇停|热着|好着|蛮好|一滴也|好得很|莫得事)|(栋|幢|楼|单元|家|屋里|号)(的|这边)?(倒)?(清亮着?|清爽着?|亮堂着?|好的)(呢|嘞|哩|啊|哦|咧|哒)?$", Linear)]
    private static partial Regex Fine();

    [GeneratedRegex("熏(肉|腊|鱼|的|好)|腊肉|烧烤|烤串|烟筒|烟管|烟道|油烟|炊烟|烟头|打(不|弗|勿|唔)着|点(不|弗|勿|唔)着|灶(台|具|火)?(打|点|不)|燃气表|火苗.{0,4}(发黄|旺|小)|落水管|跳不起火|烧(菜|饭|元宝|香|纸)|红烧|炒|炖|煮|哈气|不走水|火锅", Linear)]
    private static partial Regex Cooking();
}
