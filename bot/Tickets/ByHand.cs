namespace Bot.Tickets;

/// <summary>How a matter was heard that nobody said in a group: the channel of its report.</summary>
public static class ByHand
{
    public const string Phone = "phone";
    public const string Visit = "visit";
    public const string Round = "round";

    /// <summary>Another system filed it; that system tells its own people.</summary>
    public const string Outside = "open311";

    /// <summary>Each channel a person can choose and its word: 来电, 来访, 走访.</summary>
    public static readonly IReadOnlyList<(string Channel, string Title)> All = [(Phone, "来电"), (Visit, "来访"), (Round, "走访")];

    /// <summary>Whether the reporter is told by a person and not by the bot.</summary>
    public static bool Is(string channel) => TitleOf(channel) is not null;

    /// <summary>Null for a channel of groups.</summary>
    public static string? TitleOf(string channel) => channel == Outside ? "别的系统" : All.FirstOrDefault(one => one.Channel == channel).Title;
}
