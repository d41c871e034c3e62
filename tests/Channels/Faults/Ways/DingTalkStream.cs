using Tests.Channels.DingTalk;

namespace Tests.Channels.Faults.Ways;

internal sealed class DingTalkStream : DingTalkWay
{
    public override bool IsConnected => Gateway.IsConnected;

    public override bool Kick()
    {
        Gateway.Kill();
        return true;
    }

    protected override async Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken)
    {
        if (!IsConnected) { return false; }
        string frame = $"frame-{Next()}";
        await Gateway.HandAsync(frame, Payloads.Frame(frame, Body(told).Answerable($"{Gateway.Address}/robot/sendBySession?session={told.Conversation}", Clock.GetUtcNow().AddMinutes(90))), cancellationToken);
        Gateway.Frames.Clear();
        return true;
    }
}
