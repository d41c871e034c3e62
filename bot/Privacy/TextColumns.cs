namespace Bot.Privacy;

/// <summary>Whose words a column holds, besides those of the person who is erased.</summary>
internal enum Voice
{
    /// <summary>Staff's and the program's: where it is about the person's words a copy of them takes the whole text away, elsewhere the copy alone goes.</summary>
    Ours,

    /// <summary>Other residents': theirs stay, what they quote of the person goes.</summary>
    Residents,
}

/// <summary>A column of free text in which a person's words or name may have been copied.</summary>
/// <param name="Theirs">SQL: whether a row is about the person's words. The lists of what they said are parameters.</param>
/// <param name="Channel">SQL: the channel on which its names are names; NULL where it has none.</param>
/// <param name="Where">SQL: which rows.</param>
/// <param name="IsJson">Only the strings inside are text.</param>
/// <param name="Empties">Whether nothing stands where the words were.</param>
internal sealed record TextColumn(
    string Table, string Column, Voice Voice, string Theirs = "0", string Channel = "NULL", string Where = "1", bool IsJson = false, bool Empties = false);

/// <summary>
/// Every column of free text. Kept by hand: a name is taken out of these alone, never out of keys, dates, enums, lists, or names of the directory.
/// A test holds that each text column of the model stands here or is set apart with a reason.
/// </summary>
internal static class TextColumns
{
    private const string OfTicket = "Ticket IN (SELECT value FROM json_each($tickets))";
    private const string OfNumber = "TicketNumber IN (SELECT value FROM json_each($tickets))";
    private const string Answers = "Channel || char(10) || ReplyTo IN (SELECT value FROM json_each($ids))";
    private const string Asked = "Channel || char(10) || MessageId IN (SELECT value FROM json_each($ids))";
    private const string SaidOfTicket = "MessageId IN (SELECT coalesce(SentAs, Key) FROM outbox WHERE Ticket IN (SELECT value FROM json_each($tickets)))";

    public static IReadOnlyList<TextColumn> All { get; } =
    [
        // first: what is said meanwhile is stored among the messages as it stands here
        new("outbox", "Text", Voice.Ours, $"{OfTicket} OR {Answers}", "Channel"),
        new("messages", "Text", Voice.Ours, $"{Answers} OR {SaidOfTicket}", "Channel", "Role = 4"),
        new("messages", "Text", Voice.Residents, Answers, "Channel", "Role <> 4"),
        new("ticket_reports", "Text", Voice.Residents, OfNumber, "Channel"),
        new("asked_questions", "Question", Voice.Residents, "0", "Channel"),
        new("asked_questions", "Reply", Voice.Ours, Asked, "Channel"),
        new("asked_questions", "Title", Voice.Ours, Asked, "Channel", Empties: true),
        new("asked_questions", "Quote", Voice.Ours, Asked, "Channel", Empties: true),
        new("asked_questions", "OtherQuote", Voice.Ours, Asked, "Channel", Empties: true),
        new("hand_offs", "Question", Voice.Residents, "0", "Channel"),
        new("hand_offs", "Added", Voice.Residents, "0", "Channel"),
        new("hand_offs", "Answer", Voice.Ours, Asked, "Channel"),
        new("hand_offs", "Reason", Voice.Ours, Asked, "Channel", Empties: true),
        new("message_corrections", "Text", Voice.Residents),
        new("corrections", "Text", Voice.Residents, OfTicket),
        new("alerts", "Text", Voice.Ours, OfTicket),
        new("ticket_events", "Note", Voice.Ours, OfNumber, Empties: true),
        new("ticket_ratings", "Reason", Voice.Residents, OfNumber, Empties: true),
        new("ticket_ratings", "ExclusionReason", Voice.Ours, OfNumber, Empties: true),
        new("tickets", "Left", Voice.Ours, "Number IN (SELECT value FROM json_each($tickets))", Empties: true),
        new("tickets", "Plan", Voice.Ours, "Number IN (SELECT value FROM json_each($tickets))"),
        new("tickets", "Cause", Voice.Ours, "Number IN (SELECT value FROM json_each($tickets))"),
        new("tickets", "Reason", Voice.Ours, "Number IN (SELECT value FROM json_each($tickets))"),
        new("agenda_items", "Note", Voice.Ours, OfTicket),
        new("agenda_items", "Outcome", Voice.Ours, OfTicket),
        new("decisions", "Reply", Voice.Ours, OfTicket, Empties: true),
        new("decisions", "Reason", Voice.Ours, OfTicket),
        new("second_opinions", "Reason", Voice.Ours, OfTicket, Empties: true),
        new("question_runs", "Title", Voice.Ours, Empties: true),
        new("question_run_rows", "Question", Voice.Ours),
        new("question_run_rows", "BeforeAnswer", Voice.Ours),
        new("question_run_rows", "Answer", Voice.Ours),
        new("shift_notes", "Words", Voice.Ours),
        new("shift_notes", "Facts", Voice.Ours, IsJson: true),
        new("saved_filters", "Name", Voice.Ours),
    ];

    /// <summary>Columns that hold free text and are seen to one by one, and by what.</summary>
    public static IReadOnlyDictionary<string, string> ByHand { get; } = new Dictionary<string, string>
    {
        ["knowledge_documents.Title"] = nameof(KeptAnswers),
        ["knowledge_documents.Body"] = nameof(KeptAnswers),
        ["check_questions.Question"] = nameof(KeptAnswers),
        ["tickets.Location"] = nameof(HomePlaces),
        ["figure_cases.Place"] = nameof(HomePlaces),
        ["agenda_items.Place"] = nameof(HomePlaces),
        ["decisions.Location"] = nameof(HomePlaces),
        ["saved_filters.Query"] = nameof(Leftovers),
        ["chat_records.Lines"] = nameof(Leftovers),
        ["chat_records.Roles"] = nameof(Leftovers),
        ["outbox.Conversation"] = nameof(Leftovers),
        ["outbox.Key"] = nameof(Leftovers),
    };

    /// <summary>Columns that say who spoke: only the whole name, only in what the person said or did.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "messages.Sender", "messages.Conversation", "ticket_reports.Sender", "ticket_reports.Conversation", "ticket_reports.Phone", "ticket_events.By",
        "ticket_ratings.By", "tickets.VerifiedBy", "tickets.ClaimedBy", "asked_questions.Asker", "asked_questions.Conversation", "hand_offs.Asker",
        "hand_offs.Conversation", "message_corrections.Sender", "corrections.Sender", "members.Name", "members.Person", "members.ExternalId",
        "conversations.Name", "conversations.ExternalId", "conversations.Title", "conversations.ReplyToken", "conversations.Member", "former_names.Name", "pictures.Conversation", "pictures.Source",
        "silences.Conversation",
    ];
}
