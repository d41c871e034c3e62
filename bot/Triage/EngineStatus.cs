namespace Bot.Triage;

/// <summary>Whether the embedded engine can decide yet; until then pages say 正在准备 and messages wait, stored.</summary>
public sealed class EngineStatus
{
    private volatile bool _ready;

    public bool IsReady => _ready;

    public void MarkReady() => _ready = true;
}
