namespace Bot.Tickets;

/// <summary>What the bot says of no ticket.</summary>
public static class NamedReplies
{
    /// <summary>Named or @-ed without a matter; also all that a try to give it orders gets.</summary>
    public const string Here = "我在。要报修、反映事情或问政策，直接说是什么事、在几号楼就行。";

    /// <summary>Smoke or sirens of an announced drill.</summary>
    public const string Drill = "别担心，这是通知过的演练。要是真有险情，请马上打119，也在群里说一声。";

    /// <summary>Someone posted an ID number.</summary>
    public const string Privacy = "请尽快撤回上一条，里面有身份证号。办事请打社区电话或私信网格长，别发群里。";
}
