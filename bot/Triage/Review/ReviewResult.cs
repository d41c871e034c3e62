namespace Bot.Triage.Review;

/// <summary>What came of a person's decision on a message; the message is for that person.</summary>
/// <param name="Ticket">Number of the ticket it now belongs to.</param>
public sealed record ReviewResult(bool IsDone, string? Message = null, int? Ticket = null)
{
    public static ReviewResult Done(int? ticket = null) => new(true, Ticket: ticket);

    public static ReviewResult Refused(string message) => new(false, message);
}
