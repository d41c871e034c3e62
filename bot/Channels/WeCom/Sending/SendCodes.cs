using Bot.Channels.WeCom.Line;
using Bot.Messaging;

namespace Bot.Channels.WeCom.Sending;

/// <summary>What the vendor's error codes mean for what was to be said.</summary>
internal static class SendCodes
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    /// <summary>How long a connection that is not there is waited for before the next look.</summary>
    private static readonly TimeSpan Absent = TimeSpan.FromSeconds(5);

    public static bool IsThrottle(long code) => code is 45009 or 45033 or 45047;

    public static SendResult Of(long code) => code switch
    {
        0 => new SendResult(SendOutcome.Sent),
        45009 or 45047 => SendResult.Throttled(Long, wholeChannel: false, "企业微信说发得太频繁，稍后再发"),
        45033 => SendResult.Throttled(Short, wholeChannel: true, "企业微信说同时发得太多，稍后再发"),
        -1 => new SendResult(SendOutcome.TryLater, "企业微信忙，稍后再发"),
        93000 or 40014 or 40001 => new SendResult(SendOutcome.Refused, $"这个群的 webhook 不对或者已经删掉了（错误码 {code}）"),
        45002 or 40058 or 44004 or 40008 => new SendResult(SendOutcome.Refused, $"企业微信不收这样的内容（错误码 {code}）"),
        _ => new SendResult(SendOutcome.Refused, $"企业微信不收（错误码 {code}）"),
    };

    public static SendResult Of(Ack ack, ConnectionState state) => ack.Kind switch
    {
        AckKind.Answered => Of(ack.Code),
        AckKind.NotSaid => SendResult.Throttled(Absent, wholeChannel: true, $"企业微信没连上（{state.Words}），连上后再发"),
        _ => new SendResult(SendOutcome.Unknown, "企业微信没有回音，可能发出去了，也可能没有"),
    };
}
