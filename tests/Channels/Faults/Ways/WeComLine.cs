using Tests.Channels.WeCom;

namespace Tests.Channels.Faults.Ways;

internal sealed class WeComLine : WeComWay
{
    public override bool Acknowledges => false;

    public override bool IsImpatient => true;

    public override bool IsConnected => Gateway.IsConnected;

    public override IReadOnlyList<(string Key, string Value)> Settings =>
        [("Channels:WeCom:BotId", FakeGateway.BotId), ("Channels:WeCom:Secret", FakeGateway.Secret), ("Channels:WeCom:Gateway", Gateway.SocketAddress)];

    public override IReadOnlyList<Spoken> Spoken =>
    [
        .. Gateway.Of("aibot_respond_msg").Select(frame => new Spoken(((string)frame["headers"]!["req_id"]!).Split('|')[0], (string)frame["body"]!["stream"]!["content"]!)),
        .. Gateway.Of("aibot_send_msg").Select(frame => new Spoken((string)frame["body"]!["chatid"]!, (string)frame["body"]!["markdown"]!["content"]!)),
    ];

    public override bool Kick()
    {
        Gateway.Kill();
        return true;
    }

    protected override async Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken)
    {
        if (!IsConnected) { return false; }
        await Gateway.CallAsync($"{told.Conversation}|{told.Id}|{Next()}", Body(told));
        return true;
    }
}
