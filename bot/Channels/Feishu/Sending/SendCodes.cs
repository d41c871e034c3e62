using Bot.Messaging;

namespace Bot.Channels.Feishu.Sending;

/// <summary>What the vendor's error codes mean for what was to be said.</summary>
internal static class SendCodes
{
    /// <summary>After so many waits in a row a person is asked.</summary>
    public const int MostThrottled = 60;

    private const string Lost = "没收到飞书的回答，可能发出去了，也可能没有";

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<long, string> Permanent = new()
    {
        [10003] = "飞书不认 AppId 或 AppSecret，请核对配置",
        [10014] = "飞书不认 AppId 或 AppSecret，请核对配置",
        [99991672] = "应用没有发消息的权限，请在飞书后台开通并发布新版本",
        [99991679] = "应用没有发消息的权限，请在飞书后台开通并发布新版本",
        [230002] = "机器人不在这个群里，请先把它加进群",
        [230006] = "应用没有开启机器人能力，请在飞书后台开启并发布",
        [230013] = "这个人不在机器人的可用范围里",
        [230018] = "群里不让机器人发言",
        [230022] = "飞书说里面有敏感内容，没有发",
        [230025] = "太长，飞书不收",
        [230027] = "应用没有发消息的权限，请在飞书后台开通并发布新版本",
        [230028] = "没有通过单位的信息安全审查，里面可能有电话或邮箱",
        [230029] = "这个人已经离职",
        [230035] = "机器人在这个群里没有发言权限",
        [230053] = "这个人不收机器人的消息",
        [232009] = "这个群已经解散",
        [19001] = "这个群的 webhook 不对或者已经删掉了",
        [19021] = "飞书不认签名，请核对 webhook 的 Secret 和这台机器的时钟",
        [19022] = "飞书不收这台机器的网络地址，请在群机器人的白名单里加上",
        [19024] = "不含群机器人要求的关键词，飞书没有收",
    };

    public static bool IsTokenRefused(Answer answer) => answer.Code is 99991661 or 99991663 or 99991664 or 99991668;

    /// <summary>Whether the message that was to be quoted is not there any more.</summary>
    public static bool IsQuotedGone(Answer answer) => answer.Code is 230011 or 230110 or 230019;

    /// <param name="attempts">How often the row was tried before.</param>
    public static SendResult Of(Answer answer, int attempts) => answer switch
    {
        { Kind: AnswerKind.NotSent } => new SendResult(SendOutcome.TryLater, "连不上飞书"),
        { Kind: AnswerKind.Lost } => new SendResult(SendOutcome.Unknown, Lost),
        { Code: 0 } => new SendResult(SendOutcome.Sent, SentAs: answer.Text("message_id")),
        // first of all: it comes as 400 too
        _ when IsThrottle(answer) => Throttled(answer, attempts),
        { Code: 230049 } => new SendResult(SendOutcome.Unknown, Lost),
        { Status: >= 500 } => new SendResult(SendOutcome.Unknown, Lost),
        _ when IsTokenRefused(answer) => new SendResult(SendOutcome.TryLater, "飞书不认令牌，重新取了再发"),
        _ => new SendResult(SendOutcome.Refused, Words(answer)),
    };

    /// <summary>What is wrong, for people.</summary>
    public static string Words(Answer answer) => answer switch
    {
        { Kind: not AnswerKind.Answered } => "连不上飞书",
        _ when Permanent.TryGetValue(answer.Code, out string? words) => $"{words}（错误码 {answer.Code}）",
        { Code: -1 } => $"飞书不收（HTTP {answer.Status}）",
        _ => $"飞书不收（错误码 {answer.Code}）",
    };

    public static bool IsThrottle(Answer answer) => answer.Status == 429 || answer.Code is 99991400 or 230020 or 11232;

    // the app's own frequency holds for all groups, that of a group for the group
    private static SendResult Throttled(Answer answer, int attempts)
    {
        if (attempts >= MostThrottled) { return new SendResult(SendOutcome.Refused, "飞书一直说发得太频繁，没有再发"); }
        double seconds = answer.After?.TotalSeconds ?? FirstWait.TotalSeconds * Math.Pow(2, Math.Min(attempts, 10));
        return SendResult.Throttled(
            TimeSpan.FromSeconds(Math.Clamp(seconds, FirstWait.TotalSeconds, LongestWait.TotalSeconds)), wholeChannel: answer.Code is not (230020 or 11232), "飞书说发得太频繁，稍后再发");
    }
}
