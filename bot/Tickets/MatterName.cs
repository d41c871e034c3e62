namespace Bot.Tickets;

/// <summary>Names a matter in a few words: what it is about and what is wrong ("电梯异响").</summary>
public static class MatterName
{
    public const string Unknown = "您反映的事";

    // Nothing is broken where something is wished for
    private static readonly string[] Wishes =
        ["建议", "提个意见", "提个想法", "加个", "加把", "加张", "加几", "装个", "装一", "增设", "增加", "多装", "多放", "多设", "设个", "设一", "建个", "建一", "搞个", "划几"];

    /// <summary>By the words of the text within its topic; else the topic's usual name, else the topic itself.</summary>
    public static string From(string topic, string text)
    {
        if (!MatterWords.ByTopic.TryGetValue(topic, out MatterWords? words)) { return Fallback(topic); }
        foreach ((string name, string[] signs) in words.Names)
        {
            if (Says(text, signs)) { return name; }
        }
        return Says(text, Wishes) ? $"{topic}的建议" : words.Usual;
    }

    /// <summary>The name itself where it is one of these; else the one of these that its words come to. What a person typed may name somebody.</summary>
    public static string Known(string topic, string matter) =>
        MatterWords.ByTopic.TryGetValue(topic, out MatterWords? words) && (words.Usual == matter || Array.Exists(words.Names, each => each.Name == matter))
            ? matter
            : From(topic, matter);

    private static bool Says(string text, string[] signs) =>
        Array.Exists(signs, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private static string Fallback(string topic) =>
        string.IsNullOrWhiteSpace(topic) || topic == "其他" ? Unknown : topic.Length <= 4 ? $"{topic}的事" : topic;
}
