using Bot.Messaging;

namespace Bot.Tickets.Moves;

/// <summary>Whether what a worker wrote is fit to be told to the group.</summary>
internal static class GroupWords
{
    /// <summary>Why it is not; null when it is.</summary>
    public static string? Refusal(string words)
    {
        if (SafeWords.Length(words.Trim()) > TicketReplies.ReasonLength) { return $"要说给群里听的请写在{TicketReplies.ReasonLength}字以内"; }
        return SafeWords.HasLongNumber(words) ? "里面有电话或证件号，不能发到群里，请去掉" : null;
    }
}
