namespace Bot.Channels.Feishu.Line;

/// <summary>What travels on the long connection.</summary>
internal sealed record Frame
{
    /// <summary>A <see cref="Method"/>: pings and their answers.</summary>
    public const int Control = 0;

    /// <summary>A <see cref="Method"/>: events and their answers.</summary>
    public const int Data = 1;

    public const string Type = "type";
    public const string MessageId = "message_id";
    public const string Sum = "sum";
    public const string Seq = "seq";
    public const string Took = "biz_rt";

    public ulong SeqId { get; init; }
    public ulong LogId { get; init; }
    public int Service { get; init; }
    public int Method { get; init; }
    public IReadOnlyList<FrameHeader> Headers { get; init; } = [];
    public string? PayloadEncoding { get; init; }
    public string? PayloadType { get; init; }
    public byte[]? Payload { get; init; }
    public string? LogIdNew { get; init; }

    public string? Header(string key) => Headers.LastOrDefault(header => header.Key == key)?.Value;

    public static Frame Ping(int service) => new() { Service = service, Method = Control, Headers = [new FrameHeader(Type, "ping")] };

    /// <summary>The answer to this one: the same with how long it took and what became of it.</summary>
    public Frame Answer(bool stored, TimeSpan took) => this with
    {
        Headers = [.. Headers, new FrameHeader(Took, $"{Math.Max(0, (long)took.TotalMilliseconds)}")],
        Payload = stored ? """{"code":200}"""u8.ToArray() : """{"code":500}"""u8.ToArray(),
    };
}

internal sealed record FrameHeader(string Key, string Value);
