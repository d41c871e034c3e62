using Bot.Messaging;

namespace Bot.Channels.ChatRecord;

/// <summary>A group that no bot may enter: it is heard by its records, and what the bot would say waits for a person.</summary>
internal sealed class ChatRecordChannel : IChannel
{
    public const string ChannelName = "chatrecord";

    public string Name => ChannelName;

    public string Label => "聊天记录";

    public Capabilities Capabilities { get; } = new(Hearing.All) { IdempotencyWindow = Capabilities.ForGood, Speaks = false, KeepsItsWords = true };

    public Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(new SendResult(SendOutcome.Draft));
}
