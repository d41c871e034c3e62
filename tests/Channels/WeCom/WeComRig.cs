using System.Text.Json.Nodes;
using Bot.Channels.WeCom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.WeCom;

internal sealed class WeComRig : ChannelRig
{
    private WeComRig(FakeGateway gateway) : base(WeComChannel.ChannelName, WeComOptions.Section, gateway) => Gateway = gateway;

    public FakeGateway Gateway { get; }

    public static (string, string)[] Bot => [("BotId", FakeGateway.BotId), ("Secret", FakeGateway.Secret)];

    /// <param name="settings">Below the section of the channel.</param>
    public static async Task<WeComRig> StartAsync(params (string Key, string Value)[] settings)
    {
        WeComRig rig = new(await FakeGateway.StartAsync());
        await rig.BeginAsync(settings);
        await rig.ImportAsync();
        if (settings.Any(setting => setting.Key == "BotId")) { await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp, "the connection"); }
        return rig;
    }

    public async Task RestartAsync(params (string Key, string Value)[] settings)
    {
        await Host.DisposeAsync();
        await BeginAsync(settings);
    }

    /// <summary>Said in a group, as the vendor hands it in.</summary>
    public static string Said(string id, string text, string from = "zhangsan", string chat = "wrC1") => new JsonObject
    {
        ["msgid"] = id,
        ["aibotid"] = FakeGateway.BotId,
        ["chatid"] = chat,
        ["chattype"] = "group",
        ["from"] = new JsonObject { ["userid"] = from },
        ["msgtype"] = "text",
        ["text"] = new JsonObject { ["content"] = text },
    }.ToJsonString();

    /// <summary>Heard and stored; the conversation is the one that the words were said in.</summary>
    public async Task<string> HearAsync(string id, string text = "@网格助手 电梯坏了", string chat = "wrC1")
    {
        await Gateway.CallAsync($"req-{id}", Said(id, text, chat: chat));
        await Eventually.TrueAsync(async () => (await StoredAsync()).Any(message => message.MessageId == id), $"{id} is stored");
        return (await StoredAsync()).Single(message => message.MessageId == id).Conversation;
    }

    protected override void Add(IServiceCollection services, IConfiguration configuration) => services.AddWeCom(configuration);

    private Task BeginAsync((string Key, string Value)[] settings) => StartHostAsync([("Gateway", Gateway.SocketAddress), ("Api", Gateway.Address), .. settings]);
}
