using Bot.Messaging.Forms;

namespace Bot.Channels.DingTalk;

/// <summary>钉钉 on its page.</summary>
internal static class DingTalkForm
{
    public static ChannelForm Form { get; } = new(DingTalkChannel.ChannelName, "钉钉", DingTalkOptions.Section)
    {
        Register = (services, configuration) => services.AddDingTalk(configuration),
        Steps =
        [
            "钉钉开放平台 → 应用开发 → 新建企业内部应用 → 添加能力 → 机器人。",
            "消息接收模式选“Stream 模式”，发布应用。",
            "把应用的 Client ID 和 Client Secret 填到下面保存，再重启本程序。",
            "把机器人加进群，在群里@它说一句，回到“渠道”页选好它是哪个群。",
        ],
        Callback = "/channels/dingtalk",
        CallbackNote = "只有消息接收模式选“HTTP 模式”、下面打开了“用回调听”时才要填。",
        Parts =
        [
            new FormPart("应用", null,
            [
                new FormField(nameof(DingTalkOptions.ClientId), "Client ID（AppKey）"),
                new FormField(nameof(DingTalkOptions.ClientSecret), "Client Secret（AppSecret）", FieldKind.Secret),
                new FormField(nameof(DingTalkOptions.RobotCode), "RobotCode", Hint: "和 Client ID 一样就空着"),
                new FormField(nameof(DingTalkOptions.Stream), "用 Stream 连接听（推荐，不用公网地址）", FieldKind.Switch),
            ]),
            new FormPart("回调", null,
            [
                new FormField(nameof(DingTalkOptions.Callback), "用回调听", FieldKind.Switch),
                new FormField(nameof(DingTalkOptions.Token), "加密回调的 token", FieldKind.Secret, "钉钉后台打开了加密才填"),
                new FormField(nameof(DingTalkOptions.EncodingAesKey), "加密回调的 aes_key", FieldKind.Secret, "43个字符"),
            ],
            IsRare: true),
            new FormPart("一般不用改", null,
            [
                new FormField(nameof(DingTalkOptions.Connections), "开几条 Stream 连接", Hint: "1到10"),
                new FormField(nameof(DingTalkOptions.MostCharacters), "一条最多多少字", Hint: "100到5000，更长的分几条说"),
                new FormField(nameof(DingTalkOptions.SignatureMinutes), "回调的签名几分钟内有效", Hint: "1到120"),
                new FormField(nameof(DingTalkOptions.Receiver), "加密回调的接收方", Hint: "不是 Client ID 时才填，如 CorpId"),
                new FormField(nameof(DingTalkOptions.Api), "接口的网址", FieldKind.Address),
                new FormField(nameof(DingTalkOptions.WebhookApi), "webhook 的网址", FieldKind.Address),
            ],
            IsRare: true),
        ],
        Entries = new FormEntries(
            nameof(DingTalkOptions.Webhooks), "群的 webhook", "群设置 → 机器人 → 自定义，安全设置选“加签”。这样的机器人只能说，听不到。", "webhook", OfGroups: true,
            [
                new FormField(nameof(GroupWebhookOptions.Token), "access_token", FieldKind.Secret, "网址里 access_token= 后面的那一段"),
                new FormField(nameof(GroupWebhookOptions.Secret), "加签的密钥", FieldKind.Secret, "SEC 开头；没有选加签就空着"),
            ]),
    };
}
