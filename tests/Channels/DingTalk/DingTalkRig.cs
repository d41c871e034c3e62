using System.Text.Json.Nodes;
using Bot.Channels.DingTalk;
using Knowledge.Reading.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.DingTalk;

internal sealed class DingTalkRig : ChannelRig
{
    /// <summary>Among the settings: pictures are fetched as in life, from public addresses alone.</summary>
    public const string Public = "Public";

    private bool _public;

    private DingTalkRig(FakeGateway gateway) : base(DingTalkChannel.ChannelName, DingTalkOptions.Section, gateway) => Gateway = gateway;

    public FakeGateway Gateway { get; }

    public static (string, string)[] App => [("ClientId", FakeGateway.ClientId), ("ClientSecret", FakeGateway.Secret)];

    /// <param name="settings">Below the section of the channel.</param>
    public static async Task<DingTalkRig> StartAsync(params (string Key, string Value)[] settings)
    {
        DingTalkRig rig = new(await FakeGateway.StartAsync());
        await rig.BeginAsync(settings);
        await rig.ImportAsync();
        if (settings.Contains(App[0])) { await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp && rig.Gateway.Connections > 0, "the connection"); }
        return rig;
    }

    public async Task RestartAsync(params (string Key, string Value)[] settings)
    {
        await Host.DisposeAsync();
        await BeginAsync(settings);
    }

    /// <summary>With an address to answer at for 90 minutes.</summary>
    public JsonObject Answerable(JsonObject message) => message.Answerable(Gateway.SessionAddress, Clock.GetUtcNow().AddMinutes(90));

    /// <summary>Heard, stored and acknowledged; the conversation is the one that the words were said in.</summary>
    public async Task<string> HearAsync(JsonObject message)
    {
        string id = (string)message["msgId"]!;
        await Gateway.PushAsync(Payloads.Frame($"frame-{id}", message));
        await Eventually.TrueAsync(() => Gateway.AckOf($"frame-{id}") is not null, $"{id} is acknowledged");
        return (await StoredAsync()).Single(stored => stored.MessageId == id).Conversation;
    }

    protected override void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(_public ? new WebAccess() : new WebAccess { IsAllowed = _ => true }).AddDingTalk(configuration);

    private Task BeginAsync((string Key, string Value)[] settings)
    {
        _public = settings.Any(setting => setting.Key == Public);
        return StartHostAsync([("Api", Gateway.Address), ("WebhookApi", Gateway.Address), .. settings.Where(setting => setting.Key != Public)]);
    }
}
