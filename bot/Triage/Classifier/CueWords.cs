using System.Collections.Frozen;

namespace Bot.Triage.Classifier;

/// <summary>
/// Words that mean the same to the heads, so that a rare one ("冒黑烟") speaks for a message as a common one does ("着火").
/// Compared with text folded by <see cref="TextFold"/> and <see cref="Dialect"/>.
/// </summary>
internal static class CueWords
{
    private static readonly string[] Groups =
    [
        // Danger to life
        "着火 起火 失火 火苗 明火 冒烟 黑烟 浓烟 烧起来 燃起来 煤气味 燃气味 瓦斯 煤气泄漏 漏气 一氧化碳 爆炸 触电 电到人 漏电 电线掉 落水 掉河 掉水 掉下去 溺水 跳楼 不想活 割腕 轻生 要跳",
        "晕倒 昏倒 昏过去 晕过去 没反应 叫不醒 喊不应 敲门不应 没人应 不接电话 喘不上 喘不过 抽搐 吐白沫 心口疼 胸口疼 胸口痛 流血 好多血 没气 不动了 摔倒 跌倒 爬不起 救命 救护车 急救",
        "困在 被困 关在电梯 卡在电梯 出不来 走丢 走失 不见了 找不到人 没回家 打人 拿刀 动刀 砍 打起来 家暴 抢 塌了 倒下来 砸下来",
        "报警 消防车 快来人 快打 快点来 马上来",
        // Something is not as it should be
        "坏 漏 堵 断了 裂 掉了 脱落 松了 塌 锈 破 烂 不亮 不灵 失灵 没水 没电 停水 停电 跳闸 打不开 关不上 关不拢 开不了 卡住 没反应 不制冷 不热 冰凉 没气 没信号 断网 滴水 渗水 积水 冒水 返水 反水 爆管 异响 晃",
        "臭 熏 吵 闹 噪 扰民 乱停 乱扔 乱堆 占用 占道 堆满 挡住 堵着 脏 垃圾 烟头 狗屎 狗叫 蟑螂 老鼠 蚊子 蚊虫 油烟 味道 灰尘 违建 睡不着 没人管 没人扫 没人收",
        "能不能 可不可以 建议 希望 最好 装一个 装个 加个 加装 增设 麻烦 派人 来人看 看看 处理一下 管管 管一管 反映 反应一下 投诉 帮忙修 修一修 修一下",
        // Asks
        "吗 请问 问一下 问下 想问 咨询 怎么办 怎么弄 怎么申请 怎么交 怎么领 在哪 哪里 哪儿 几点 什么时候 啥时候 多少钱 多久 要带 需要什么 什么材料 什么条件 多大 几岁 谁知道 有没有人知道 可以办 能办 还能 是不是",
        // Speaks of something already raised
        "还没 还是 仍 又开始 又坏 又漏 又堵 又来 又停 怎么还 好几天 几天了 三天 一个星期 一周了 半个月 催 说好 不是说 到现在 没人来 没动静 没下文 更严重 越来越 比昨天 反而",
        "修好 好了 弄好 搞好 解决 恢复 正常了 来水 来电 来气 亮了 通了 不漏了 不响了 干净了 清走 清掉 搬走 拖走 已经来 来过 换好 装好 找到了 没事了 不用来 不用了 算了 撤",
        "已派 已安排 已联系 师傅 在路上 到现场 在修 抢修 正在 马上到 处理中 排查 配件 明天来 已报 已反馈 收到 跟进 核实 预计",
        // Helps
        "我来 我去 我帮 我可以 我能 我有 我会 我家有 要不要 需要的 可以借 借给 送给 免费 顺路 捎 带过去 陪 搭把手 帮你 帮您 帮他 帮她 报名 算我一个 自取 闲置",
        "谢谢 感谢 多谢 辛苦 点赞 给力 真好 太好 好人 锦旗 表扬 负责 贴心 [玫瑰] [抱拳] [强] [鲜花]",
        // Sells or announces
        "优惠 特价 促销 打折 团购 接龙 下单 包邮 批发 加微 微信 扫码 私聊 私信我 出租 出售 转让 转租 招聘 招工 贷款 中介 房源 上门服务 低价 元/ 块一 元一 一斤 套餐 砍一刀 投票 助力 链接 课程 培训 试听 开业 首单 回收",
        "通知 温馨提示 各位居民 各位业主 各位邻居 公告 请大家 请各位 敬请 将于 定于 计划 届时 期间 特此 给您带来不便 敬请谅解 社区居委会 物业服务中心",
        // Not here, not now, not real
        "电视 新闻 抖音 视频里 小说 电影 听说 以前 当年 那年 小时候 老家 去年 上次 我妹 我姐 我哥 亲戚 同事 单位 外地 隔壁小区 别的小区 要是 如果 万一 假如 演练 演习 梦 故事 段子 笑话",
        "哈哈 嘿嘿 笑死 热死 累死 饿死 气死 困死 要命 早上好 早安 晚安 早晨 晚上好 吃饭 吃了 天气 下雨了 降温 周末 跳舞 打牌 麻将 打卡 转发 好看 可爱 恭喜 生日 加油 表情 红包 晒",
        // Persons in need
        "老人 老太 老头 独居 一个人 孤寡 残疾 轮椅 低保 困难 瘫 行动不便 腿脚 看病 陪诊 配药 住院 子女 孩子 没人带 婆婆 大爷 大妈 阿婆 阿公 爷爷 奶奶",
        // Leans on what was said before
        "我家也 我也 我们也 也是 也一样 一样 同样 同问 同求 +0 顶 附议 支持 这边也 这里也 都是 不止",
    ];

    /// <summary>By first character, so that one pass over a message finds all groups.</summary>
    private static readonly FrozenDictionary<char, (string Word, int Group)[]> ByStart = Groups
        .SelectMany((words, group) => Folded(words).Split(' ').Select(word => (Word: word, Group: group)))
        .GroupBy(cue => cue.Word[0])
        .ToFrozenDictionary(cues => cues.Key, cues => cues.ToArray());

    /// <summary>The words as they are written.</summary>
    public static IEnumerable<string> All => Groups.SelectMany(words => words.Split(' '));

    public static void Add(ref FeatureList features, ReadOnlySpan<char> folded, uint name)
    {
        uint found = 0;
        for (int i = 0; i < folded.Length; i++)
        {
            if (ByStart.TryGetValue(folded[i], out (string Word, int Group)[]? cues))
            {
                foreach ((string word, int group) in cues)
                {
                    found |= folded[i..].StartsWith(word) ? 1u << group : 0;
                }
            }
        }
        for (int group = 0; group < Groups.Length; group++)
        {
            if ((found & (1u << group)) != 0)
            {
                features.Add(NGrams.Signal(name, (uint)group));
            }
        }
    }

    private static string Folded(string words)
    {
        char[] characters = words.ToCharArray();
        Dialect.Fold(characters);
        return new string(characters);
    }
}
