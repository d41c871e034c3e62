namespace Bot.Tickets;

/// <summary>Names a matter in a few words: what it is about and what is wrong ("电梯异响").</summary>
public static class MatterName
{
    public const string Unknown = "您反映的事";

    /// <summary>By the words of the text within its topic; else the topic's usual name, else the topic itself.</summary>
    public static string From(string topic, string text)
    {
        if (!MatterWords.ByTopic.TryGetValue(topic, out MatterWords? words)) { return Fallback(topic); }
        foreach ((string name, string[] signs) in words.Names)
        {
            if (Array.Exists(signs, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase))) { return name; }
        }
        return words.Usual;
    }

    private static string Fallback(string topic) =>
        string.IsNullOrWhiteSpace(topic) || topic == "其他" ? Unknown : topic.Length <= 4 ? $"{topic}的事" : topic;
}
