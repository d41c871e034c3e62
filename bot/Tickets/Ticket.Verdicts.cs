namespace Bot.Tickets;

// What is thought of it once it is said to be done: 核验 and 评议
public sealed partial class Ticket
{
    /// <summary>A person took a resident's word for it, by phone or at the door.</summary>
    public TicketMove Verify(string by, DateTimeOffset at)
    {
        if (State != TicketState.Resolved) { return RefuseState("办好之后才能核验"); }
        ContactedAt ??= at;
        return Verified(Verification.Told, by, at, note: null);
    }

    /// <summary>A second person of staff looked; nobody verifies their own work.</summary>
    public TicketMove VerifyBySecond(string by, DateTimeOffset at)
    {
        if (State != TicketState.Resolved) { return RefuseState("办好之后才能核验"); }
        if (by == ResolvedBy || by == Assignee) { return TicketMove.Refuse($"{Number}号是您办的，要请另一位来核验"); }
        return Verified(Verification.Second, by, at, "另一位看过了");
    }

    /// <summary>Nobody objected for some days after 办好.</summary>
    /// <param name="days">How many, for the history.</param>
    public TicketMove VerifyBySilence(int days, DateTimeOffset at)
    {
        if (State != TicketState.Resolved) { return RefuseState("办好之后才能核验"); }
        return Verified(Verification.Silence, Machine, at, $"{days}天没有人说没好");
    }

    /// <summary>Whether a reporter is not content with what was done: that is no silence.</summary>
    public bool IsDisputed => Ratings.Exists(rating => rating.Rating == Rating.Unsatisfied && rating.At >= ResolvedAt);

    /// <summary>A rating a reporter gave by phone or at the door.</summary>
    public TicketMove Rate(Rating rating, string reporter, string? reason, string by, DateTimeOffset at)
    {
        if (!HasEnded) { return RefuseState("办好之后才能评议"); }
        if (!Reports.Any(report => report.IsReport && report.Sender == reporter)) { return TicketMove.Refuse($"{reporter}没有反映过{Number}号"); }
        Keep(rating, reporter, reason, at);
        Record(TicketEventKind.Rated, by, at, by == reporter ? RatingWords(rating, reason) : $"{reporter}：{RatingWords(rating, reason)}");
        return Rated(rating);
    }

    /// <summary>Wants a rating left out of the figures; it counts until a second person agrees, and stays to be seen.</summary>
    public TicketMove ExcludeRating(long id, string reason, string by, DateTimeOffset at)
    {
        if (Ratings.Find(rating => rating.Id == id) is not { } rating) { return TicketMove.Refuse($"{Number}号没有这条评议"); }
        if (rating.ExclusionBy is not null) { return TicketMove.Refuse($"{rating.ExclusionBy}已经提过，等另一位同意"); }
        if (string.IsNullOrWhiteSpace(reason)) { return TicketMove.Refuse("请写明为什么不计入"); }
        (rating.ExclusionBy, rating.ExclusionReason) = (by, reason);
        Record(TicketEventKind.ExclusionAsked, by, at, $"{rating.By}的“{rating.Rating.Title()}”，{reason}");
        return TicketMove.Silent;
    }

    public TicketMove ConfirmExclusion(long id, string by, DateTimeOffset at)
    {
        if (Ratings.Find(rating => rating.Id == id) is not { ExclusionBy: { } first } rating) { return TicketMove.Refuse($"{Number}号没有人提过不计入"); }
        if (rating.IsExcluded) { return TicketMove.Refuse("已经不计入了"); }
        if (first == by) { return TicketMove.Refuse("是您自己提的，要另一位同意"); }
        rating.ExclusionConfirmedBy = by;
        Record(TicketEventKind.RatingExcluded, by, at, $"{rating.By}的“{rating.Rating.Title()}”，{rating.ExclusionReason}");
        return TicketMove.Silent;
    }

    // 满意 in answer to "好了没有" says both that it is done and what it was worth
    private TicketMove Rate(Rating rating, TicketReport word)
    {
        // who is called the same on another channel, or where another system filed it, is somebody else
        bool reported = Reports.Exists(report => report.IsReport && report.Sender == word.Sender && report.HeardThrough == word.Channel);
        if (!HasEnded || WasSaidBefore(word) || !reported) { return Keep(word, TicketEventKind.Noted); }
        if (State == TicketState.Resolved && rating != Rating.Unsatisfied)
        {
            State = TicketState.Verified;
            (VerifiedAt, VerifiedBy, VerifiedHow) = (word.Time, word.Sender, Verification.Resident);
            Record(TicketEventKind.Verified, word.Sender, word.ActedAt);
        }
        Add(word);
        string? reason = rating == Rating.Unsatisfied ? RatingNames.ReasonIn(word.Text) : null;
        Keep(rating, word.Sender, reason, word.ActedAt);
        Record(TicketEventKind.Rated, word.Sender, word.ActedAt, RatingWords(rating, reason));
        return Rated(rating);
    }

    private TicketMove Rated(Rating rating) =>
        rating == Rating.Unsatisfied && State == TicketState.Resolved ? TicketMove.Say(Heard.Unhappy) : TicketMove.Silent;

    // What was excluded stays as it is; a new word stands beside it
    private void Keep(Rating rating, string reporter, string? reason, DateTimeOffset at)
    {
        TicketRating? earlier = Ratings.Find(one => one.By == reporter && one.ExclusionBy is null);
        if (earlier is null) { Ratings.Add(earlier = new TicketRating { By = reporter }); }
        (earlier.Rating, earlier.Reason, earlier.At) = (rating, reason, at);
    }

    private TicketMove Verified(Verification how, string by, DateTimeOffset at, string? note)
    {
        State = TicketState.Verified;
        (VerifiedAt, VerifiedBy, VerifiedHow) = (at, by, how);
        Record(TicketEventKind.Verified, by, at, note);
        return TicketMove.Silent;
    }

    private static string RatingWords(Rating rating, string? reason) => reason is null ? rating.Title() : $"{rating.Title()}，{reason}";
}
