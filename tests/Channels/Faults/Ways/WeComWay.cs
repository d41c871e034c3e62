using Tests.Channels.WeCom;

namespace Tests.Channels.Faults.Ways;

internal abstract class WeComWay : Way
{
    private int _handed;

    public override string Channel => "wecom";

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

    protected int Next() => Interlocked.Increment(ref _handed);

    protected static string Body(Told told) => WeComRig.Said(told.Id, $"@网格助手 {told.Text}", $"u-{told.Conversation}", told.Conversation);
}
