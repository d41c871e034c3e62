namespace Bot.Answers;

/// <summary>Tells, after the commit, that a question handed to a person has changed.</summary>
public sealed class HandOffsChanged
{
    public event Action<int>? Changed;

    /// <param name="number">Number of the question.</param>
    public void Tell(int number) => Changed?.Invoke(number);
}
