namespace Bot.Notices;

/// <summary>Tells, after the commit, that a notice or what became of it has changed.</summary>
public sealed class NoticesChanged
{
    public event Action<int>? Changed;

    /// <param name="number">Number of the notice.</param>
    public void Tell(int number) => Changed?.Invoke(number);
}
