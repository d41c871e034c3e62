using System.Text.Json.Nodes;
using Tests.Channels.Feishu;

namespace Tests.Channels.Faults.Ways;

internal abstract class FeishuWay : Way
{
    private int _handed;

    public override string Channel => "feishu";

    public override bool TakesKey => true;

    public override IReadOnlyList<Spoken> Spoken => [.. Gateway.Said.Values.Select(Say)];

    public override IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("Channels:Feishu:AppId", FakeGateway.AppId), ("Channels:Feishu:AppSecret", FakeGateway.Secret),
        ("Channels:Feishu:Api", Gateway.Address), ("Channels:Feishu:Hears", "All"),
    ];

    protected FakeGateway Gateway { get; private set; } = null!;

    public override void Hold(Func<Task> until) => Gateway.Act = async (request, _) =>
    {
        if (request.Method == "POST" && request.Path.StartsWith("/open-apis/im/v1/messages", StringComparison.Ordinal)) { await until(); }
        return false;
    };

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

    protected int Next() => Interlocked.Increment(ref _handed);

    protected static string Body(Told told) => Events.Said(told.Id, told.Text, $"ou_{told.Conversation}", told.Conversation);

    // an answer names the message that it answers, and that names its conversation
    private static Spoken Say(ApiRequest said) => new(
        (string?)said.Body!["receive_id"] ?? said.Path.Split('/')[^2].Split('_')[1],
        (string)JsonNode.Parse((string)said.Body["content"]!)!["text"]!);
}
