namespace Bot.Audit;

/// <summary>The words a person reads for the code of an act. A code without words is shown as it is.</summary>
public static class ActWords
{
    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["tickets"] = "工单", ["messages"] = "反映", ["review"] = "待审", ["questions"] = "待答", ["notices"] = "通知", ["runs"] = "发送",
        ["knowledge"] = "知识库", ["documents"] = "文件", ["people"] = "人员", ["community"] = "社区", ["records"] = "聊天记录",
        ["drafts"] = "待发", ["learning"] = "学习", ["examples"] = "例句", ["model"] = "模型", ["alerts"] = "紧急", ["outbox"] = "机器人的话",
        ["silence"] = "静音", ["backups"] = "备份", ["audit"] = "操作记录", ["signin"] = "登录", ["said"] = "机器人的话", ["reveal"] = "看个人信息", ["person-phone"] = "电话",
        ["figures"] = "数据", ["deadlines"] = "时限", ["setup"] = "设置", ["duty"] = "值班", ["display"] = "显示", ["kind"] = "类别",
        ["phrases"] = "常用语", ["filters"] = "筛选", ["report"] = "月报", ["agenda"] = "议事会", ["password"] = "密码", ["handover"] = "交班",
        ["mine"] = "我的", ["new"] = "代记", ["day"] = "今天", ["evening"] = "交班", ["shifts"] = "交班单", ["phrase"] = "常用语",
    };

    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["accept"] = "立件", ["merge"] = "并入", ["unmerge"] = "撤销并入", ["reject"] = "不是诉求", ["verify"] = "核验", ["dispatch"] = "派单",
        ["claim"] = "接单", ["return"] = "退回", ["reassign"] = "转办", ["split"] = "拆分", ["resolve"] = "办好", ["note"] = "记一笔",
        ["close"] = "办结", ["reopen"] = "重开", ["correct"] = "更正", ["labels"] = "改判断", ["undo"] = "撤销", ["again"] = "再试一次",
        ["answer"] = "回答", ["dismiss"] = "不用回", ["activate"] = "启用", ["pause"] = "暂停", ["delete"] = "删除", ["restore"] = "恢复",
        ["send"] = "发送", ["withdraw"] = "撤回", ["resend"] = "重发", ["import"] = "导入", ["export"] = "导出", ["clear"] = "清空示例",
        ["cleared"] = "清空示例，记录从这里重新开始", ["link"] = "发登录链接", ["save"] = "保存", ["remove"] = "停用或删除", ["change"] = "修改",
        ["take"] = "收下", ["discard"] = "不要", ["drop-old"] = "旧的都不发", ["sent"] = "已发", ["drop"] = "不发", ["acknowledge"] = "知道了",
        ["train"] = "重新训练", ["publish"] = "发布", ["upload"] = "上传", ["write"] = "写文件", ["refused"] = "没有通过", ["signout"] = "退出登录",
        ["takeback"] = "撤回", ["hour"] = "静音1小时", ["on"] = "静音", ["off"] = "恢复说话", ["download"] = "下载", ["check"] = "检查",
        ["make"] = "备份", ["unsaid"] = "撤回回话", ["contact"] = "已联系", ["snooze"] = "稍后", ["half"] = "好了一半", ["rate"] = "评价",
        ["escalate"] = "升级", ["tell"] = "告诉居民", ["done"] = "办好", ["call"] = "打电话", ["called"] = "打过电话", ["received"] = "收到", ["deny"] = "没有通过",
        ["place"] = "问地点",
    };

    public static string Of(string act) => string.Join("：", act.Split('/').Where(part => part.Length > 0)
        .Select(part => Things.GetValueOrDefault(part) ?? Deeds.GetValueOrDefault(part) ?? part));

    /// <summary>The first words of all acts, for a filter.</summary>
    public static IReadOnlyDictionary<string, string> Kinds => Things;

    /// <summary>Whether every part of the code has a word.</summary>
    public static bool Knows(string act) => act.Split('/').All(part => Things.ContainsKey(part) || Deeds.ContainsKey(part));
}
