namespace Bot.Tickets;

/// <summary>Names a matter in a few words.</summary>
public static class MatterName
{
    public const string Unknown = "您反映的事";

    public static string From(string topic, string text) => text.Length == 0 ? Unknown : topic;
}
