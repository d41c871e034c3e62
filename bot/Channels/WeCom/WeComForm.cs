using Bot.Messaging.Forms;

namespace Bot.Channels.WeCom;

/// <summary>企业微信 on its page.</summary>
internal static class WeComForm
{
    public static ChannelForm Form { get; } = new(WeComChannel.ChannelName, "企业微信", WeComOptions.Section)
    {
        Register = (services, configuration) => services.AddWeCom(configuration),
        Steps =
        [
            "企业微信管理后台 → 管理工具 → 智能机器人 → 新建，选“API 模式”。",
            "选“长连接”，把那里的 Bot ID 和 Secret 填到下面保存，再重启本程序。",
            "把机器人加进群，在群里@它说一句，回到“渠道”页选好它是哪个群。",
        ],
        Callback = "/channels/wecom",
        CallbackNote = "只有不用长连接、改选“URL 回调”时才要填。先在下面填好 Token 和 EncodingAESKey，保存并重启，再到企业微信点保存：它会马上来核对。",
        Parts =
        [
            new FormPart("长连接（推荐，不用公网地址）", null,
            [
                new FormField(nameof(WeComOptions.BotId), "Bot ID"),
                new FormField(nameof(WeComOptions.Secret), "Secret", FieldKind.Secret),
            ]),
            new FormPart("回调", "被@后一小时内只能回一句，其余的话放在“待发”里由人复制。",
            [
                new FormField(nameof(WeComOptions.Token), "Token", FieldKind.Secret),
                new FormField(nameof(WeComOptions.EncodingAesKey), "EncodingAESKey", FieldKind.Secret, "43个字符"),
            ]),
            new FormPart("一般不用改", null,
            [
                new FormField(nameof(WeComOptions.BotName), "机器人在企业微信里的名字", Hint: "不带@。一句话里@了好几个人时才用得上"),
                new FormField(nameof(WeComOptions.WebhookFormat), "webhook 的样子", FieldKind.Choice) { Choices = [("Text", "纯文字，能@人"), ("Markdown", "Markdown")] },
                new FormField(nameof(WeComOptions.ChatType), "主动发话时写明会话种类", FieldKind.Choice, "企业微信的说明前后不一。发不出去时再换")
                {
                    Choices = [("Omitted", "不写"), ("Automatic", "写0，由企业微信判断"), ("Stated", "写明是人还是群")],
                },
                new FormField(nameof(WeComOptions.Gateway), "长连接的网址", FieldKind.Address, "私有部署才改"),
                new FormField(nameof(WeComOptions.Api), "webhook 的网址", FieldKind.Address, "私有部署才改"),
            ],
            IsRare: true),
        ],
        Entries = new FormEntries(
            nameof(WeComOptions.Webhooks), "群的 webhook", "在群里加“消息推送”得到一个网址，填 key= 后面的那一段。有了它，机器人能主动发消息，能@人。", "webhook", OfGroups: true,
            [new FormField("", "key", FieldKind.Secret, "网址里 key= 后面的那一段")]),
    };
}
