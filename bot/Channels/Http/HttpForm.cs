using Bot.Messaging.Forms;

namespace Bot.Channels.Http;

/// <summary>Signed HTTP on its page.</summary>
internal static class HttpForm
{
    public static ChannelForm Form { get; } = new("http", "自己的网关（签名 HTTP）", HttpChannelOptions.Section)
    {
        Register = (services, configuration) => services.AddHttpChannel(configuration),
        Steps =
        [
            "给网关起个名字（key id），和它约定一个至少32个字符的密钥，填到下面保存，再重启本程序。",
            "网关把听到的话签名后发到下面的地址；怎么签名见 /channels/http/openapi.json。",
        ],
        Callback = "/channels/http/messages",
        IsCalledFromOutside = false,
        CallbackNote = "网关把听到的每句话发到这里。",
        Entries = new FormEntries(
            nameof(HttpChannelOptions.Gateways), "网关", null, "网关", OfGroups: false,
            [
                new FormField(nameof(GatewayOptions.Secret), "密钥", FieldKind.Secret, "至少32个字符，可用 openssl rand -hex 32 生成"),
                new FormField(nameof(GatewayOptions.Callback), "机器人的话发到哪里", Hint: "网址；空着就只听，话放在“待发”里由人复制"),
                new FormField(nameof(GatewayOptions.Label), "叫什么", Hint: "给人看的名字"),
                new FormField(nameof(GatewayOptions.Hears), "听到什么", FieldKind.Choice)
                {
                    Choices = [("All", "群里每一句话"), ("WhenNamed", "只有@机器人的话"), ("Nothing", "听不到，只往外说")],
                },
                new FormField(nameof(GatewayOptions.Recalls), "网关能撤回说过的话", FieldKind.Switch),
                new FormField(nameof(GatewayOptions.MostBytes), "一条最多多少字节", Hint: "200到1000000；空着不限"),
            ]),
    };
}
