using Bot.Channels.DingTalk.Api;
using Bot.Messaging;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Sending;

/// <summary>What the vendor's error codes at a webhook mean for what was to be said; they come with HTTP 200.</summary>
internal static class WebhookCodes
{
    /// <summary>So long the vendor punishes more than 20 messages a minute.</summary>
    public static readonly TimeSpan Punishment = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    public static SendResult Of(ApiAnswer answer)
    {
        if (answer.Outcome == ApiOutcome.NotReached) { return new SendResult(SendOutcome.TryLater, "连不上钉钉"); }
        if (answer.IsThrottle) { return SendResult.Throttled(answer.After ?? Short, wholeChannel: false, "钉钉说发得太频繁，稍后再发"); }
        if (answer.Outcome == ApiOutcome.Answered && answer.Body.Number("errcode") is { } code) { return Of(code); }
        return answer.Outcome == ApiOutcome.Answered && (int)answer.Status is >= 300 and < 500
            ? new SendResult(SendOutcome.Refused, $"钉钉不收（HTTP {(int)answer.Status}）")
            : new SendResult(SendOutcome.Unknown, "没收到钉钉的回答，可能发出去了，也可能没有");
    }

    private static SendResult Of(long code) => code switch
    {
        0 => new SendResult(SendOutcome.Sent),
        130101 => SendResult.Throttled(Punishment, wholeChannel: false, "钉钉说这个群一分钟里发得太多，停十分钟再发"),
        90018 => SendResult.Throttled(Short, wholeChannel: false, "钉钉说发得太频繁，稍后再发"),
        -1 => new SendResult(SendOutcome.TryLater, "钉钉忙，稍后再发"),
        310000 => new SendResult(SendOutcome.Refused, "钉钉按这个群机器人的安全设置没有收：请核对关键词、加签密钥或 IP 地址（错误码 310000）"),
        300001 or 300005 => new SendResult(SendOutcome.Refused, $"这个群的 webhook 不对或者已经删掉了（错误码 {code}）"),
        _ => new SendResult(SendOutcome.Refused, $"钉钉不收（错误码 {code}）"),
    };
}
