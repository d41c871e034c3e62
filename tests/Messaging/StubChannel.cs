using System.Collections.Concurrent;
using Bot.Messaging;

namespace Tests.Messaging;

/// <summary>A channel that answers as the test says and remembers what it was handed.</summary>
internal sealed class StubChannel(string name = "stub", bool takesKey = true) : IChannel
{
    public string Name => name;

    public string Label => "试用渠道";

    public Capabilities Capabilities { get; set; } = new(Hearing.All) { IdempotencyWindow = takesKey ? Capabilities.ForGood : null, KeepsItsWords = true };

    /// <summary>Every try in its order, also failed ones.</summary>
    public ConcurrentQueue<string> Tried { get; } = [];

    public Func<OutboxMessage, CancellationToken, Task<SendResult>> Answer { get; set; } = (_, _) => Is(SendOutcome.Sent);

    public static Task<SendResult> Is(SendOutcome outcome) =>
        Task.FromResult(new SendResult(outcome, outcome == SendOutcome.Sent ? null : "没发出去"));

    public ConnectionState? Connection { get; set; }

    /// <summary>How often it was told to connect again.</summary>
    public int Reconnected { get; private set; }

    public bool Reconnect()
    {
        Reconnected++;
        return Connection is { IsUp: false };
    }

    /// <summary>What its test says.</summary>
    public string? Test { get; set; }

    public bool CanTest => true;

    public Task<string?> TestAsync(CancellationToken cancellationToken) => Task.FromResult(Test);

    public bool Reaches(string person) => true;

    public Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Tried.Enqueue(message.Key);
        return Answer(message, cancellationToken);
    }
}
