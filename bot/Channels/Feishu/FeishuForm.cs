using Bot.Messaging.Forms;

namespace Bot.Channels.Feishu;

/// <summary>飞书 on its page.</summary>
internal static class FeishuForm
{
    public static ChannelForm Form { get; } = new(FeishuChannel.ChannelName, "飞书", FeishuOptions.Section)
    {
        Register = (services, configuration) => services.AddFeishu(configuration),
        Steps =
        [
            "飞书开放平台 → 创建企业自建应用 → 添加应用能力 → 机器人。",
            "把凭证里的 App ID 和 App Secret 填到下面保存，再重启本程序。",
            "事件与回调 → 订阅方式选“使用长连接接收事件”（本程序要开着才存得上），加上下面的事件和权限，发布版本。",
            "把机器人加进群，在群里@它说一句，回到“渠道”页选好它是哪个群。",
        ],
        Callback = "/channels/feishu",
        CallbackNote = "只有订阅方式选“将事件发送至开发者服务器”时才要填。",
        Names =
        [
            new FormNames("要订阅的事件", "im.message.receive_v1", "im.message.recalled_v1", "im.chat.member.bot.added_v1"),
            new FormNames("要申请的权限", "im:message.group_at_msg:readonly", "im:message.p2p_msg:readonly", "im:resource"),
            new FormNames("要听群里每一句话，再申请（敏感权限，要管理员批）", "im:message.group_msg"),
        ],
        Parts =
        [
            new FormPart("应用", null,
            [
                new FormField(nameof(FeishuOptions.AppId), "App ID", Hint: "cli_ 开头"),
                new FormField(nameof(FeishuOptions.AppSecret), "App Secret", FieldKind.Secret),
                new FormField(nameof(FeishuOptions.Hears), "听什么", FieldKind.Choice, "要听每一句话，先在飞书批下 im:message.group_msg")
                {
                    Choices = [("WhenNamed", "只听@机器人的话"), ("All", "听群里每一句话")],
                },
                new FormField(nameof(FeishuOptions.AskNames), "问飞书要群名和人名", FieldKind.Switch, "要 im:chat:readonly 和 contact:user.base:readonly；不问就叫“群友”加编号"),
            ]),
            new FormPart("事件怎么来", null,
            [
                new FormField(nameof(FeishuOptions.Events), "和飞书后台选的一样", FieldKind.Choice)
                {
                    Choices = [("LongConnection", "长连接（推荐，不用公网地址）"), ("Webhook", "发到本程序的网址")],
                },
                new FormField(nameof(FeishuOptions.EncryptKey), "Encrypt Key", FieldKind.Secret, "发到网址时才要"),
                new FormField(nameof(FeishuOptions.VerificationToken), "Verification Token", FieldKind.Secret, "发到网址时才要"),
            ]),
            new FormPart("一般不用改", null,
            [
                new FormField(nameof(FeishuOptions.SignedFor), "签名多久内有效", Hint: "时:分:秒，00:05:00 到 08:00:00"),
                new FormField(nameof(FeishuOptions.Api), "接口的网址", FieldKind.Address, "Lark 用 https://open.larksuite.com"),
            ],
            IsRare: true),
        ],
        Entries = new FormEntries(
            nameof(FeishuOptions.Webhooks), "群机器人的 webhook", "群设置 → 群机器人 → 自定义机器人。这样的机器人只能说，听不到。", "webhook", OfGroups: true,
            [
                new FormField(nameof(FeishuWebhookOptions.Key), "hook", FieldKind.Secret, "网址里 /hook/ 后面的那一段"),
                new FormField(nameof(FeishuWebhookOptions.Secret), "签名校验的密钥", FieldKind.Secret, "没有打开签名校验就空着"),
            ]),
    };
}
