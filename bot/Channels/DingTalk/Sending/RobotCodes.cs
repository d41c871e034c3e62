using System.Net;
using System.Text.Json;
using Bot.Channels.DingTalk.Api;
using Bot.Messaging;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Sending;

/// <summary>What the vendor's answers to the bot's own sending mean; its errors are words.</summary>
internal static class RobotCodes
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    /// <param name="person">Whom it was for; null for a group.</param>
    public static SendResult Of(ApiAnswer answer, string? person) => answer switch
    {
        { Outcome: ApiOutcome.NotReached } => new SendResult(SendOutcome.TryLater, "连不上钉钉"),
        { IsThrottle: true } => SendResult.Throttled(answer.After ?? Short, wholeChannel: true, "钉钉说发得太频繁，稍后再发"),
        { IsGood: true } => Taken(answer, person),
        { Outcome: ApiOutcome.Answered, Status: HttpStatusCode.ServiceUnavailable } => new SendResult(SendOutcome.TryLater, "钉钉忙，稍后再发"),
        { Outcome: ApiOutcome.Answered } when (int)answer.Status is >= 300 and < 500 => new SendResult(SendOutcome.Refused, Words(answer)),
        _ => new SendResult(SendOutcome.Unknown, "没收到钉钉的回答，可能发出去了，也可能没有"),
    };

    private static SendResult Taken(ApiAnswer answer, string? person)
    {
        if (person is not null && Names(answer, "flowControlledStaffIdList", person))
        {
            return SendResult.Throttled(Short, wholeChannel: false, "钉钉说给这个人发得太频繁，稍后再发");
        }
        if (person is not null && Names(answer, "invalidStaffIdList", person)) { return new SendResult(SendOutcome.Refused, "钉钉里没有这个人，或者机器人够不着"); }
        return new SendResult(SendOutcome.Sent, SentAs: answer.Body.Text("processQueryKey") is { Length: > 0 and <= 256 } key ? key : null);
    }

    private static bool Names(ApiAnswer answer, string list, string person) =>
        answer.Body.Items(list).Any(named => named.ValueKind == JsonValueKind.String && named.ValueEquals(person));

    private static string Words(ApiAnswer answer) => answer.IsOfForeignAddress ? ApiAnswer.ForeignAddress : answer.Code switch
    {
        "group.disbanded" => "钉钉里这个群已经解散",
        "bot.stopped" => "机器人在钉钉后台停用了",
        "miss.openConversationId" or "invalid.openConversationId" => "钉钉不认这个群，机器人可能已经不在群里",
        { } code when code.Contains("robotCode", StringComparison.OrdinalIgnoreCase) => "钉钉不认机器人编码，请核对 Channels:DingTalk:RobotCode 和机器人的权限",
        { } code when code.Contains("tooLong", StringComparison.OrdinalIgnoreCase) => "这一条太长，钉钉不收；请把 Channels:DingTalk:MostCharacters 调小",
        { Length: > 0 and <= 80 } code when code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-') => $"钉钉不收（{code}）",
        _ => $"钉钉不收（HTTP {(int)answer.Status}）",
    };
}
