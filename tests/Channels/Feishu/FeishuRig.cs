using Bot.Channels.Feishu;
using Bot.Messaging.Pictures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.Feishu;

internal sealed class FeishuRig : ChannelRig
{
    private FeishuRig(FakeGateway gateway) : base(FeishuChannel.ChannelName, FeishuOptions.Section, gateway) => Gateway = gateway;

    public FakeGateway Gateway { get; }

    /// <param name="settings">Below the section of the channel, besides the app's own.</param>
    public static async Task<FeishuRig> StartAsync(params (string Key, string Value)[] settings)
    {
        FeishuRig rig = new(await FakeGateway.StartAsync());
        await rig.BeginAsync(settings);
        await rig.ImportAsync();
        await Eventually.TrueAsync(() => rig.Gateway.IsConnected, "the connection");
        return rig;
    }

    public async Task RestartAsync(params (string Key, string Value)[] settings)
    {
        await Host.DisposeAsync();
        int before = Gateway.Connections;
        await BeginAsync(settings);
        await Eventually.TrueAsync(() => Gateway.Connections > before && Gateway.IsConnected, "the connection");
    }

    /// <summary>Heard and stored; the conversation is the one that the words were said in.</summary>
    public async Task<string> HearAsync(string id, string text = "电梯坏了", string chat = "oc_1", string from = "ou_u1")
    {
        (await Gateway.PushAsync(id, Events.Said(id, text, from, chat))).ShouldBe(200);
        return (await StoredAsync()).Single(message => message.MessageId == id).Conversation;
    }

    /// <summary>What the channel brings of a picture.</summary>
    public Task<FetchedPicture> FetchAsync(string source) => Host.Services.GetServices<IPictureSource>().Single(known => known.Channel == "feishu")
        .FetchAsync(new Picture { Name = "p", Channel = "feishu", Conversation = "c", MessageId = "m", Source = source }, Token);

    /// <summary>Wakes what the clock, set by hand, has left behind.</summary>
    public async Task AdvanceToNowAsync(string key)
    {
        await Eventually.TrueAsync(() => Clock.NextTimer is not null, $"{key} waits");
        Clock.Advance(TimeSpan.FromSeconds(1));
    }

    protected override void Add(IServiceCollection services, IConfiguration configuration) => services.AddFeishu(configuration);

    private Task BeginAsync((string Key, string Value)[] settings) =>
        StartHostAsync([("AppId", FakeGateway.AppId), ("AppSecret", FakeGateway.Secret), ("Api", Gateway.Address), .. settings]);
}
