namespace Bot.Messaging;

/// <summary>How long a server asks to be left alone.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What the header says, within a second and an hour; null where there is none.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Within(delta),
        { Date: { } date } => Within(date - now),
        _ => null,
    };

    private static TimeSpan Within(TimeSpan asked) => asked < Shortest ? Shortest : asked > Longest ? Longest : asked;
}
