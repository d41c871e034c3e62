using Bot.Messaging.Forms;

namespace Bot.Channels.BotFramework;

/// <summary>Teams and what else stands behind the Bot Framework, on its page.</summary>
internal static class BotFrameworkForm
{
    public static ChannelForm Form { get; } = new(BotFrameworkChannel.ChannelName, "Teams（Bot Framework）", BotFrameworkOptions.Section)
    {
        Register = (services, configuration) => services.AddBotFramework(configuration),
        Steps =
        [
            "在 Azure 登记一个机器人，把下面的地址填为 Messaging endpoint，打开 Teams 渠道。",
            "把 App ID 和密钥填到下面保存，再重启本程序。",
            "把机器人加进群，在群里@它说一句，回到“渠道”页选好它是哪个群。",
        ],
        Callback = "/api/messages",
        CallbackNote = "填为 Messaging endpoint。",
        Parts =
        [
            new FormPart("登记", null,
            [
                new FormField(nameof(BotFrameworkOptions.AppId), "App ID"),
                new FormField(nameof(BotFrameworkOptions.AppSecret), "密钥（Client secret）", FieldKind.Secret),
            ]),
            new FormPart("一般不用改", null,
            [
                new FormField(nameof(BotFrameworkOptions.Tenant), "单位的租户 ID", Hint: "机器人单独找工作人员时要，如紧急提醒；Teams 才填"),
                new FormField(nameof(BotFrameworkOptions.ServiceUrls), "另外信任的服务网址", Hint: "用空格隔开"),
                new FormField(nameof(BotFrameworkOptions.Metadata), "验来信用的公钥网址（Metadata）", FieldKind.Address),
                new FormField(nameof(BotFrameworkOptions.Issuer), "来信的签发者（Issuer）", FieldKind.Address),
                new FormField(nameof(BotFrameworkOptions.TokenUrl), "登录服务的网址", FieldKind.Address),
                new FormField(nameof(BotFrameworkOptions.Scope), "登录的范围"),
                new FormField(nameof(BotFrameworkOptions.AllowAnonymous), "没有签名的也收（只在本机试用）", FieldKind.Switch),
            ],
            IsRare: true),
        ],
    };
}
