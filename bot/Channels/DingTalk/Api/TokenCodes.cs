using System.Net;

namespace Bot.Channels.DingTalk.Api;

/// <summary>How the vendor says that a token is over before its time.</summary>
internal static class TokenCodes
{
    public static bool IsStale(ApiAnswer answer) => answer.Outcome == ApiOutcome.Answered
        && (answer.Status == HttpStatusCode.Unauthorized || answer.Code is "InvalidAuthentication" or "invalidAuthentication" or "40014" or "42001" or "33001");
}
