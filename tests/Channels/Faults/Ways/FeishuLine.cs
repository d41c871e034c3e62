namespace Tests.Channels.Faults.Ways;

internal sealed class FeishuLine : FeishuWay
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
        bool stored = await Gateway.HandAsync($"frame-{Next()}", Body(told), cancellationToken) == 200;
        Gateway.Frames.Clear();
        return stored;
    }
}
