namespace Bot.Messaging;

/// <summary>The line that follows words of the bot that were wrong, quoting them.</summary>
internal static class CorrectionLine
{
    /// <param name="text">As it is to be said.</param>
    /// <param name="how">Begins the key: the same is said once.</param>
    public static OutboxMessage Of(OutboxMessage row, string text, string how) => new()
    {
        Key = $"{how}:{row.Id}",
        Channel = row.Channel,
        Conversation = row.Conversation,
        Text = text,
        ReplyTo = row.SentAs ?? row.Key,
        Corrects = row.Id,
        Ticket = row.Ticket,
        Always = true,
    };

    /// <summary>Of what, for the record of acts.</summary>
    public static string Where(OutboxMessage row) => $"{PrivateLine.Masked(row.Conversation, row.Conversation)}{(row.Ticket is { } ticket ? $"，{ticket}号" : "")}";
}
