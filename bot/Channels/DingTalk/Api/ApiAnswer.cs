using System.Net;
using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Api;

internal enum ApiOutcome
{
    Answered,

    /// <summary>The vendor surely did not get it.</summary>
    NotReached,

    /// <summary>It may have got it.</summary>
    Lost,
}

/// <param name="Body">What was answered; undefined when it is no JSON.</param>
/// <param name="After">How long the vendor asks to be left alone.</param>
internal sealed record ApiAnswer(ApiOutcome Outcome, HttpStatusCode Status = 0, JsonElement Body = default, TimeSpan? After = null)
{
    public const string ForeignAddress = "钉钉不许这台机器的 IP 地址访问，请在钉钉后台的服务器出口 IP 里加上";

    public bool IsGood => Outcome == ApiOutcome.Answered && (int)Status is >= 200 and < 300;

    /// <summary>The code of an error, a word: "invalidParameter.robotCode.empty".</summary>
    public string Code => Body.Text("code") ?? "";

    /// <summary>Too often.</summary>
    public bool IsThrottle => Outcome == ApiOutcome.Answered && (Status == HttpStatusCode.TooManyRequests
        || (!IsGood && (Code.Contains("Throttl", StringComparison.OrdinalIgnoreCase) || Code.Contains("QpsLimit", StringComparison.OrdinalIgnoreCase))));

    /// <summary>The vendor takes requests from other addresses alone.</summary>
    public bool IsOfForeignAddress => Outcome == ApiOutcome.Answered && !IsGood && Code.Contains("IpNotInWhiteList", StringComparison.OrdinalIgnoreCase);

    /// <summary>The vendor does not believe who asks.</summary>
    public bool IsDenied => Outcome == ApiOutcome.Answered && !IsThrottle
        && Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
}
