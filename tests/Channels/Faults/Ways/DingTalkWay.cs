using System.Text.Json.Nodes;
using Tests.Channels.DingTalk;

namespace Tests.Channels.Faults.Ways;

internal abstract class DingTalkWay : Way
{
    private long _handed;

    public override string Channel => "dingtalk";

    public override IReadOnlyList<Spoken> Spoken => [.. Gateway.Posted.Select(Say).OfType<Spoken>()];

    public override IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("Channels:DingTalk:ClientId", FakeGateway.ClientId), ("Channels:DingTalk:ClientSecret", FakeGateway.Secret),
        ("Channels:DingTalk:Api", Gateway.Address), ("Channels:DingTalk:WebhookApi", Gateway.Address),
    ];

    protected FakeGateway Gateway { get; private set; } = null!;

    public override void Hold(Func<Task> until) => Gateway.Until = until;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    protected override async Task StartAsync()
    {
        Gateway = await FakeGateway.StartAsync();
        Gateway.Pieces = 3;
    }

    protected long Next() => Interlocked.Increment(ref _handed);

    protected static JsonObject Body(Told told) => Payloads.Said(told.Id, $" {told.Text}", $"u-{told.Conversation}", told.Conversation);

    private static Spoken? Say(PostedRequest posted) => posted.Path switch
    {
        "/robot/sendBySession" => new Spoken(posted.Query.Split('=')[1], (string)posted.Body["text"]!["content"]!),
        "/v1.0/robot/groupMessages/send" => new Spoken((string)posted.Body["openConversationId"]!, (string)JsonNode.Parse((string)posted.Body["msgParam"]!)!["content"]!),
        _ => null,
    };
}
