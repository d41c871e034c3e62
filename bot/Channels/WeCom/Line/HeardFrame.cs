using System.Text.Json;

namespace Bot.Channels.WeCom.Line;

/// <summary>Something the connection brought.</summary>
/// <param name="RequestId">What an answer to it must carry.</param>
internal sealed record HeardFrame(string RequestId, JsonElement Body, DateTimeOffset At);

internal enum AckKind
{
    Answered,

    /// <summary>It surely did not go out.</summary>
    NotSaid,

    /// <summary>It went out, and no answer came.</summary>
    Lost,
}

/// <param name="Code">The vendor's error code, 0 for none.</param>
internal sealed record Ack(AckKind Kind, long Code = 0);
