namespace Tests.Channels.Faults;

/// <summary>What a person says in a conversation, under the vendor's ids.</summary>
internal sealed record Told(string Conversation, string Id, string Text)
{
    /// <summary>Message <paramref name="number"/> of a conversation; the last of <paramref name="of"/> is an emergency, which is answered at once.</summary>
    public static Told Number(int conversation, int number, int of) => number == of - 1
        ? Emergency(conversation, number)
        : new Told(Name(conversation), IdOf(conversation, number), $"{Chat[(conversation + number) % Chat.Length]}，第{number}天");

    public static Told Emergency(int conversation, int number = 0) =>
        new(Name(conversation), IdOf(conversation, number), $"{(conversation % 90) + 1}号楼{(conversation / 90) + 1}单元好大的煤气味");

    /// <summary>Whether words of the bot answer an emergency.</summary>
    public static bool IsAnswer(string words) => words.Contains("煤气", StringComparison.Ordinal) || words.Contains("燃气", StringComparison.Ordinal);

    private static readonly string[] Chat = ["今天天气真好", "晚上去跳舞吗", "谢谢大家", "早上好", "菜场的鱼很新鲜", "哈哈哈"];

    private static string Name(int conversation) => $"oc{conversation:000}";

    // as Feishu writes them, which looks at it
    private static string IdOf(int conversation, int number) => $"om_{Name(conversation)}_{number}";
}

/// <summary>What stands in a conversation at the vendor because the bot said it.</summary>
internal sealed record Spoken(string Conversation, string Text);
