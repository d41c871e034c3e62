namespace Bot.Console.Day;

/// <param name="Name">As the person is addressed.</param>
/// <param name="Lines">At most seven; empty when all is quiet.</param>
/// <param name="Handed">What was handed to the person and is not yet received.</param>
public sealed record MorningModel(string Name, IReadOnlyList<DayLine> Lines, IReadOnlyList<ShiftNote> Handed)
{
    public bool IsQuiet => Lines.Count == 0;

    /// <summary>Where 开始处理 leads: to the most pressing.</summary>
    public string Start => Lines.Count > 0 ? Lines[0].Address : "/console/review";
}
