using System.Text.RegularExpressions;
using Bot.Tickets;

namespace Bot.Triage.Reading;

/// <summary>How plainly a message names an emergency.</summary>
public enum EmergencySign { None, Weak, Strong }

/// <summary>
/// The emergency lane needs no model: plain words of fire, gas, people trapped, ill, missing, hurt or in despair.
/// A strong sign stands by itself unless a doubt speaks against it; a weak one needs the classifier's consent.
/// </summary>
public static partial class EmergencyRules
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking;

    private static readonly EmergencySort[] Sorts =
    [
        EmergencySort.Gas, EmergencySort.Fire, EmergencySort.Suicide, EmergencySort.Violence, EmergencySort.Electric,
        EmergencySort.Water, EmergencySort.Trapped, EmergencySort.Missing, EmergencySort.Collapse, EmergencySort.Medical,
    ];

    private static readonly PatternSet Strong = new(
        GasStrong, FireStrong, SuicideStrong, ViolenceStrong, ElectricStrong, DrowningStrong, TrappedStrong, MissingStrong,
        CollapseStrong, MedicalStrong);

    private static readonly PatternSet Weak = new(
        GasWeak, FireWeak, SuicideWeak, ViolenceWeak, ElectricWeak, DrowningWeak, TrappedWeak, MissingWeak, CollapseWeak, MedicalWeak);

    private static readonly PatternSet Plain = new(PlainFire, PlainDanger);

    public static (EmergencySign Sign, EmergencySort Sort) Read(string body) =>
        First(Strong, body) is { } strong ? (EmergencySign.Strong, strong)
        : First(Weak, body) is { } weak ? (EmergencySign.Weak, weak)
        : (EmergencySign.None, EmergencySort.Other);

    private static EmergencySort? First(PatternSet signs, string body)
    {
        ulong candidates = signs.Candidates(body);
        for (int index = 0; candidates != 0 && index < Sorts.Length; index++)
        {
            if (signs.IsMatch(index, candidates, body))
            {
                return Sorts[index];
            }
        }

        return null;
    }

    /// <summary>Fire in so many words, not only smoke.</summary>
    public static bool NamesFire(string body) => Plain.IsMatch(0, Plain.Candidates(body), body);

    /// <summary>Fire, gas, people locked in, struck down or silent behind a door in so many words; believed even where the classifier hears an ordinary complaint.</summary>
    public static bool NamesDanger(string body) => Plain.IsMatch(1, Plain.Candidates(body), body);

    [GeneratedRegex("不想活|想自杀|要自杀|有人(要)?跳楼|溺水|有人落水|掉(进|到)(池塘|水塘|河|湖|鱼塘|井|下水道)|(我|俺|们|人|孩|娃|老).{0,3}(被)?困在.{0,2}(电梯|梯里)|入室抢劫|(漏|泄)(煤|燃|天然)?气了|砸到(了)?(人|头|孩)|(要)?打死我|(拿|持)刀|压(在)?车底|晕倒了|吃了(老鼠药|农药|安眠药)|敲.{0,8}(没|冇|无|不|勿|莫)(得|有)?.{0,3}应.{0,16}(电视|灯|手机|电话|水声)|(电视|灯|手机).{0,8}(开|亮|响).{0,16}(敲|喊|叫).{0,8}(没|冇|不|勿|莫)(得|有)?.{0,3}应|嘴(巴|角)?(也|都)?歪了?.{0,30}(说话|胳膊|手|半边)|(我|俺|们|人|孩|娃|孙).{0,6}(在|勒|喺|待)(电梯|轿厢|升降机|里头|里面).{0,10}(灯|门).{0,4}(也|都)?(灭|黑|打不开|开不)|(家|楼|层|房|屋|室|厨房|阳台|棚|车|柜|箱|栋|单元)(里|内|间)?(着|起|失)火(了|啦|喇|咗|$|[，,。!！ ])|(煤气|燃气|天然气|液化气)(管)?(漏|泄)|(好大|好重|很大|很重|好浓|一股|全是|闻到|闻见)(的|一股)?(煤气|燃气|天然气|液化气)味", Linear)]
    private static partial Regex PlainDanger();

    [GeneratedRegex("着火|起火|失火|火苗.{0,3}(窜|冒|老高)|火光|(^|[^0-9])119([^0-9]|$)|爆炸|烧起来|烧着|明火|火舌", Linear)]
    private static partial Regex PlainFire();

    [GeneratedRegex("(头|脑壳|脑袋)(都|也|有点|发|直)?(晕|昏|痛|疼|胀).{0,20}(热水器|炭|煤炉|炉子|煤球|蜂窝煤)|(热水器|炭火|烤火|煤炉|蜂窝煤|炉子).{0,24}(头晕|头昏|头疼|头痛|脑壳昏|想吐|恶心)|(煤气|燃气|天然气|瓦斯|液化气)(的)?(味|臭|漏|泄|管.{0,4}(断|破|漏|挖))|(闻|嗅|好重|好大|全是|一股|好浓|刺鼻).{0,8}(煤气|燃气|天然气|瓦斯|臭鸡蛋)|臭鸡蛋.{0,4}味|(煤气|一氧化碳|炭火?)中毒|一氧化碳", Linear)]
    private static partial Regex GasStrong();

    [GeneratedRegex("煤气|燃气|天然气|瓦斯|液化气|烧炭|炭火", Linear)]
    private static partial Regex GasWeak();

    [GeneratedRegex("(咋|怎么|点解|哪能)?(恁|这么|那么|咁|噶|好|老)(大|多|浓|黑)(的)?烟|着火|起火|失火|火烛|火警|走水|烧着了|烧起来|着起来|火苗|明火.{0,4}(窜|冒|出)|火光|(冒|大阵|好多|一股|滚滚|浓|黑|全是|尽是|好大)(黑|浓|白)?烟|烟.{0,6}(窗|门|冒出|飘出|滚)|爆炸|快打119|报119|打119|自燃|起烟|出烟|火球|火舌|冒火|燃起来|点汽油|(14|[0-9一二三四五六七八九十]+号|房子|屋|车|棚)着了", Linear)]
    private static partial Regex FireStrong();

    [GeneratedRegex("烟|火|焦味|糊味|烧焦|燶味|(^|[^0-9])119([^0-9]|$)", Linear)]
    private static partial Regex FireWeak();

    [GeneratedRegex("(人|孩|娃|老|伢|崽|仔).{0,4}(掉|滑|跌)(进|到|入).{0,3}(池塘|水塘|鱼塘|下水道|窨井|沟)|(跌|掉|跳|滑|落|栽|摔|冲|滚).{0,4}(落水|水里|水头|河里|江里|塘里|湖里|池子|河涌|河浜|水中|水库|井里)|落水|溺水|淹(死|着|到)?.{0,2}(人|小孩|娃)|遇溺|沉下去|(掉|滑|落|跌|栽|踩).{0,4}(下去|落去|进去).{0,20}(游|竿|捞|水)|(湖|池|塘|河|江|井|渠|水库).{0,12}(掉|滑|落|跌|栽|漂|沉|踩).{0,6}(下去|落去|进去|着个|个小|个人)|(漂|浮)(着|起)(个|一个)?(小孩|人|娃)|不会游|唔识水", Linear)]
    private static partial Regex DrowningStrong();

    [GeneratedRegex("喺水|水里.{0,6}(扑|挣扎|喊)|救生", Linear)]
    private static partial Regex DrowningWeak();

    [GeneratedRegex("(要|想|想要|准备)(跳楼|跳河|跳江|轻生|自杀|寻短见|喝农药)|跳楼(啦|了|啊)?|轻生|自杀|割腕|不想活|唔想活|寻短见|(坐|站|爬|企|骑).{0,8}(天台|楼顶|顶楼|栏杆|护栏|窗台|阳台|窗户)?(边|外|上).{0,10}(跳|不肯下|唔肯|哭|劝)|喝(了)?农药|吞(了)?.{0,3}安眠药|开煤气自|(楼顶|天台|顶楼|栏杆|窗台|桥|护栏).{0,8}(坐|站|企|骑)(着|了|紧|起|在|喺)?.{0,3}(个|一个|只|人)|(脚|腿).{0,4}(都)?(吊|悬|荡|耷拉|晃|挂).{0,3}外|遗言|遗书|不活了|安眠药", Linear)]
    private static partial Regex SuicideStrong();

    [GeneratedRegex("(天台|楼顶|顶楼|栏杆|护栏|窗台|窗边).{0,12}(人|女|男|姑娘|后生|娃|小孩|仔)|活着没意思|活够了|遗书|告别", Linear)]
    private static partial Regex SuicideWeak();

    [GeneratedRegex("(揸|拎|抓|捞|带)(着|住|紧|起|了)?.{0,3}(菜刀|水果刀|砍刀|刀子|刀)|(拿|持|挥|攞|举|捏|提|掂|抄|操)(着|住|起|了)?.{0,4}(刀|斧头|棍|酒瓶)|砍人|捅人|捅(了|伤)|杀人|斩人|打(死|伤)人|(家暴|打老婆|打女人|打我|往死里打|打得.{0,4}(血|惨))|惨叫|抡酒瓶|躺地上不动|抢劫|绑架|打到.{0,4}(血|晕)|见血|行凶|要杀|持械|掐(着|住)?.{0,3}脖子", Linear)]
    private static partial Regex ViolenceStrong();

    [GeneratedRegex("打起来|打架|动手|摔东西|哭喊|报警|(^|[^0-9])110([^0-9]|$)|喊打喊杀|闹事|救命|救我", Linear)]
    private static partial Regex ViolenceWeak();

    [GeneratedRegex("(狗|猫|人).{0,12}(踩|碰).{0,12}(嗷|叫|抽).{0,8}(不动|倒)|(胳膊|手|腿|脚).{0,4}(都)?麻了.{0,6}|(水|灯杆|铁).{0,20}(麻)(了|手|人|得)|触电|(电线|电缆|线).{0,8}(掉|跌|断|垂|坠|落|耷拉).{0,12}(水|地|路|人)|(电线|电缆|高压线).{0,4}(断|掉|跌|垂|坠|落)(落|下|了|咗)|带电|漏电.{0,8}(麻|打人|倒|电到|人)|(碰|摸|掂|触|踩)(到|着|了)?.{0,8}(就|好|会)?(发)?麻|(被|遭|俾|给)电(到|了|击|倒|晕)|电(到|着)人|(火花|火星).{0,6}(四溅|直冒|乱飞)|(灯杆|铁柱|铁门|充电桩|栏杆|水里|护栏|路牌|柱子).{0,6}(漏电|带电|有电)|手.{0,4}(吸|弹不开)", Linear)]
    private static partial Regex ElectricStrong();

    [GeneratedRegex("漏电|火花|打火|火星|麻手|电线.{0,4}(裸|露|垂)|变压器", Linear)]
    private static partial Regex ElectricWeak();

    [GeneratedRegex("(我|俺|们|人|孩|娃|孙).{0,6}(在|勒|喺|待)(电梯|轿厢|升降机|里头|里面).{0,10}(灯|门).{0,4}(也|都)?(灭|黑|打不开|开不)|(我|俺|们|人|孩|娃|大姐|阿姨|老).{0,6}(在|勒|喺|搁)(这|那|格)?.{0,8}(电梯|轿厢|铁盒子|升降机|梯).{0,8}(不上不下|动不了|不动|出不|停)|电梯.{0,8}(关牢|困牢|卡牢|扒不开)|(风|手一滑|不小心).{0,6}(把)?.{0,4}门.{0,3}(带上|吹上|关上|锁上).{0,30}(里|娃|孩|宝|火|煤气|灶|汤)|(困|关|卡|锁|夹|闷|堵).{0,3}(在|喺|咗|住|到|起|了)?.{0,6}(电梯|梯里|轿厢|升降机|車里|车里|屋里|家里|房里|里面|里头|入面|阳台)|(电梯|升降机|轿厢|梯).{0,16}(困|关(住|咗|到|起|在|了)?人|关人|卡(住|到|起)?(了)?(人|我)|里(面|头)?有人|出不(来|去)|出唔|出勿|(困|关|卡).{0,8}(老人|小孩|娃|细路))|被困|困(住|咗|到|在)(了|咗)?|压(住|到|在).{0,6}(人|腿|脚|阿|老|大)|(孩|娃|宝|细路|囡).{0,10}(反锁|锁(在|喺)(屋|家|车|里))|反锁.{0,8}(孩|娃|宝|细路|小|囡|火|煤气)|(卡|停)(在|喺|到)?.{0,6}(楼|层).{0,14}(里头|里面|我|按铃|闷|出)|按铃(都)?(没|冇|莫)(有|得)?人?(应|理|接)", Linear)]
    private static partial Regex TrappedStrong();

    [GeneratedRegex("(宝宝|孩子|娃|崽|囡囡|伢).{0,4}(一个人|自己|独自)(在|搁|勒|喺)(里|屋|家)|困|卡(住|在|到)|出不来|出唔嚟|出唔到|出勿来|反锁|夹(到|住)", Linear)]
    private static partial Regex TrappedWeak();

    [GeneratedRegex("(丢|跑丢|走丢)(了)?(个|一个|位).{0,8}(孩|娃|男孩|女孩|老|奶|爷)|(转过头|转个头|一转头|一转身|一回头|一眨眼|转身|回头|扭头).{0,8}(人|娃|孩|崽|伢)?(都|就)?(不在|没了|没得|不见|冇见|勿见)|(谁|哪个|有没有人|有冇人|边个|哪位).{0,3}(看到|看见|见到|瞧见|瞅见|睇到|见着)(过|了|咗)?(我|俺|阿拉|偶)(们)?(家|屋|个|屋里)?.{0,6}(宝|孩|娃|崽|孙|囡|伢|老头|老伴|老太|爸|妈|爹|娘|奶奶|爷爷|姥|[0-9一二三四五六七八九]岁)|(孩|娃|崽|孙|囡|伢|岁).{0,24}(人没了|没影了|人不见)|(孩|娃|宝|孙|囡|仔|女|老人|老伴|老头|奶奶|爷爷|婆婆|阿婆|阿公|公公|外婆|外公|妈|爸|爹|娘|母亲|父亲|姥|伢|细路|细佬|崽|幺儿|老太|老汉|嬢|婆).{0,24}(走失|走丢|走散|跑丢|失踪|不见(了|咗|人|影)|唔见(咗|人)|勿见|丢了|找不(到|着)(人|了)?$|没回(来|家)|未返|冇返|冇回|没有回|联系不上|走脱|不晓得跑哪|没见着人|寻勿着|找不到人|揾唔到|没了影|没影)|(走失|走丢|失踪).{0,20}(孩|娃|宝|孙|囡|老|奶|爷|婆|妈|爸)|(见到|看到|看见|碰到|碰见|瞧见|睇到).{0,8}(请|麻烦|劳烦|帮).{0,4}(留|拦|联系|打)|老年痴呆.{0,20}(出门|走|不见|找)|失智.{0,14}(走|不见|没)|转身就(不见|唔见|冇|没)|(痴呆|失智|智力).{0,30}(出门|出去|走|没回|冇回|没返|没来)|出(门|去)到(现在|而家|这会儿|今)?.{0,4}(没|冇|未)(回|返)|(岁|囡囡|毛头).{0,24}(不见|唔见|寻不到|找不到|没影)|(放学|放的学|放咗学).{0,20}(没到家|没到屋|没回|冇返|未返|没返|不见人|没见人|还没到)|(早|晚|夜|点)(上|浪)?(讲|说)?.{0,8}(出去|出门|去买).{0,8}(没|冇|未)(回|返)", Linear)]
    private static partial Regex MissingStrong();

    [GeneratedRegex("走失|走丢|不见了|唔见咗|找不到|揾唔到|联系不上|没回家", Linear)]
    private static partial Regex MissingWeak();

    [GeneratedRegex("(棚|雨棚|吊顶|路面|地面|天花板).{0,6}(塌|垮|坍).{0,20}(人|我|俺|孩|娃|老|埋|压)|(楼|房|墙|屋|围墙|挡土墙|天花|脚手架|阳台|山体|坡|土坎|堡坎).{0,6}(塌|垮|坍)|(墙|围墙|挡土墙|脚手架|广告牌).{0,4}倒(了|下|塌|咗|啦)|塌方|坍塌|垮塌|滑坡|泥石流|(砸|压)(到|中|伤|住|着|倒)(了)?.{0,3}(人|个|头|阿|老|小|大|孩|娃)|砸.{0,4}(血|晕|倒)|山体.{0,4}滑|埋(底下|里面|里头|住|咗)|压底下", Linear)]
    private static partial Regex CollapseStrong();

    [GeneratedRegex("砸|塌|垮|掉下来|跌落|摇摇欲坠|压到", Linear)]
    private static partial Regex CollapseWeak();

    [GeneratedRegex("(吃|喝|吞)(了)?.{0,4}(老鼠药|农药|安眠药)|人.{0,10}(叫|喊).{0,4}没反应|半边(身|身子|脸|面|手脚).{0,6}(郁唔|唔郁|动不|不会动|冇知觉|没知觉|麻)|突然.{0,4}(讲|说)(唔|不|勿)(到|出|来).{0,4}(嘢|话)|敲.{0,8}(没|冇|无|不|勿|莫)(得|有)?.{0,3}应.{0,16}(电视|灯|手机|电话|水声)|(隔(着)?窗|窗户|门缝|猫眼).{0,6}(看见|看到|瞅见|望见).{0,8}(人|老|俩|他|她).{0,8}(歪|倒|躺|趴)|嘴(巴|角)?(也|都)?歪|(胳膊|手|腿|半边|半拉).{0,6}(抬不起|动不了|不能动|没知觉|不听使唤)|说话.{0,4}(呜呜|含糊|不清|大舌头|呜啦)|(牛奶|报纸|早饭|菜).{0,8}([三四五几]|好几|两)天.{0,6}(没|冇|唔|勿).{0,3}(取|拿|收|动)|(老|婆|爷|奶|娭毑|嗲|爹|嫲|嬷|阿伯|阿公|大爷|大娘|大妈|伯|姨|叔|独居|一个人|师傅|老师).{0,16}([一两二三四五几好]|好几)(天|日|夜|整天)(天)?(都)?(没|冇|勿|未|莫|不|呒)(得|有|没)?.{0,4}(看|见|出门|下楼|开门|动静|露面|声气|落楼)|(老|婆|爷|奶|伯|姨|叔|独居|师傅|老师|娘).{0,24}(敲|拍|砸|打|揿|叫).{0,4}门.{0,10}(没|冇|不|唔|勿|无|莫)|晕(倒|低|咗|过去|死)|昏(倒|迷|过去|过去)|昏死|(没|冇|唔|无|没有|勿)(有)?(呼吸|知觉|意识|心跳)|(人|他|她|佢|伊|老).{0,6}(没|冇)(有)?(反应|应声|动静)|(敲|拍|打|叫|喊|按|揿).{0,3}门.{0,8}(没|冇|不|唔|勿|无|莫|都没)(得|人)?(应|开|答|回|反应|动静|声|搭理)|(心|胸)(口|脏)?.{0,4}(痛|疼|绞|闷得)|心梗|脑梗|中风|脑溢血|抽搐|口吐白沫|吐白沫|口眼歪|半边.{0,6}(动不|麻)|(喘|透|呼吸|抖)(不|唔|勿)(过|到|来|上)气|喘不上|(爹|爸|妈|娘|老人|老汉|爷|奶|外婆|外公|姥|婆).{0,24}电话.{0,10}(没人接|冇人接|无人接|不接|没接|打不通).{0,30}(敲|看看|看一下|看下|去看|瞧)|叫(个)?救护车|喊救护车|打120|叫120|快.{0,4}120|大出血|流(了)?(好多|很多|一地|满地|蛮多)血|血流不止|满(地|头|脸|面|身)(都)?(是|系)?血|倒(在|喺|低|地|了)(地|下|路|门|厕|浴|楼|血)?.{0,10}(不|唔|没|冇|勿|起|动|血|叫)|(噎|呛|卡)(住|到|着|咗)(了)?.{0,6}(脸|喉|气|紫)|卡(住)?喉|要生了|羊水破|农药|休克|猝倒|昏沉沉叫不醒|叫不醒|叫唔醒|喊不醒|喊勿醒|不省人事|跌断|摔断|骨头.{0,4}(断|露)|被(狗|蛇|蜂).{0,4}(咬|蛰|叮).{0,8}(肿|血|喘|晕)|(嘴|口)(巴|角)?(还)?(歪|斜)|脸(都)?(煞白|乌|紫|青|白)了?|嘴唇.{0,3}(紫|乌)|(直挺挺|突然).{0,6}(倒|栽)|(叫|喊)(也|都)?(叫|喊)?(他|她|佢|伊)?(不|唔|勿)(应|醒|答)|没(气|脉|心跳|知觉)(了)?$|捂(着|牢|住)?(胸|心)口|心肺复苏|硝酸甘油|(速效)?救心丸|(摔|跌).{0,14}(起不来|动不了|起唔到|不能动)|AED", Linear)]
    private static partial Regex MedicalStrong();

    [GeneratedRegex("(^|[^0-9])120([^0-9]|$)|救护车|倒在|摔倒|跌倒|跌亲|晕|昏|血|不舒服|(人|他|她|佢|伊|爷|奶|婆|公|伯|爹|妈|爸|娘|娃|孩|躺|趴|倒).{0,8}不动|唔郁|没动静|冇动静|好几天没(见|出)|两天没(见|出)|几日冇|没见(着|到)?.{0,4}(出门|下楼|人)|打电话.{0,8}(不|没|唔|冇|无).{0,3}(接|通)|电话.{0,3}(没人|冇人|不|无人)接|发烧|抽|(敲|拍|打|叫|喊|按|揿|砸).{0,4}门.{0,10}(没|冇|不|唔|勿|无|莫|都没)|没反应|中风", Linear)]
    private static partial Regex MedicalWeak();
}
