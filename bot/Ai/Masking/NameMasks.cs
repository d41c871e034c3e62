using System.Text.RegularExpressions;

namespace Bot.Ai.Masking;

/// <summary>Names that nobody listed, found by what stands around them; expects folded text.</summary>
internal static partial class NameMasks
{
    public static string Apply(string text)
    {
        string masked = Mention().Replace(text, "@某人");
        masked = Quoted().Replace(masked, "「某人$1");
        masked = Titled().Replace(masked, "某$1");
        return Short().Replace(masked, "某人");
    }

    /// <summary>Before the known names, of which one may be part of the name that is told.</summary>
    public static string Introduced(string text) => Kin().Replace(Told().Replace(text, "$1某某"), "$1某某");

    private const string Surname = "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常傅卞康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄贝臧计成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞柯卢莫缪宗丁宣邓单洪包石崔龚程邢裴陆翁荀甄曲封储靳段焦侯宁仇甘厉祖武符刘景詹束龙叶白怀蒲鄂池卓蔺屠蒙乔闻党翟谭劳姬申冉桑桂牛边燕尚农温庄柴阎习鱼容古易慎廖耿匡国文寇欧辛简饶曾关游盖])";
    private const string Given = @"[\u4e00-\u9fff]";

    [GeneratedRegex(@"@(?!机器人|某人|居民|网格员|物业|工作人员|所有人|〔)[^\s@,，。:：;；!！?？、<>〔〕「」]{1,24}")]
    private static partial Regex Mention();

    [GeneratedRegex("「(?!居民|网格员|物业|社区工作人员|某人)[^:：「」\n]{1,24}([:：])")]
    private static partial Regex Quoted();

    // 我叫张伟, 姓名：李四, 本人王建国, 联系人 赵六
    [GeneratedRegex($@"((?:我叫|名叫|名字是|名字叫|叫做|本人|姓名|户主|业主|联系人|收件人|找人|患者|孩子叫|儿子叫|女儿叫|老公叫|老婆叫|老伴叫|我姓|免贵姓|贵姓|姓)[\s:：是叫]{{0,3}})(?:{Surname}{Given}{{0,2}}?(?=$|[\s,，。.!！?？、;；:：)）(（0-9〔是住在家的电这]|手机|联系)|{Surname}{Given}{{0,1}})")]
    private static partial Regex Told();

    [GeneratedRegex($@"((?:我是|这是|我爸|我妈|我儿子|我女儿|我老公|我老婆|我爱人|我老伴|我孙子|我孙女|邻居|楼上的?|楼下的?|隔壁的?|对门的?))[\s:：,，]{{0,2}}{Surname}{Given}{{1,2}}(?=$|[\s,，。.!！?？、;；:：)）0-9〔])")]
    private static partial Regex Kin();

    // 王阿姨, 李建国师傅, 陈网格长
    [GeneratedRegex($@"{Surname}(?:{Given}{{1,2}}(?=先生|女士|大爷|大妈|大叔|大婶|阿姨|师傅|老师|奶奶|爷爷|同志|医生|书记|主任|经理|网格|小姐))?(阿姨|阿公|阿婆|叔叔|大爷|大妈|大叔|大婶|大娘|大哥|大姐|大伯|伯伯|奶奶|爷爷|婆婆|嬢嬢|师傅|老师|医生|护士|主任|书记|经理|队长|楼长|组长|站长|所长|局长|警官|律师|老板|总|工|先生|女士|太太|小姐|同志|网格员|网格长|姐|哥|叔|姨|婶|嫂|伯|爷|婆|妈(?!妈)|爸(?!爸)|家(?:老人|孩子|儿子|女儿))")]
    private static partial Regex Titled();

    [GeneratedRegex($@"(?<![尊养敬古])[老小阿]{Surname}(?=$|[\s,，。.!！?？、;；:：~～]|说|家|你|他|她|在|又|的|也|刚|昨|今|来|去|帮|那)")]
    private static partial Regex Short();
}
