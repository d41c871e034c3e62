using System.Collections.Concurrent;

namespace Bot.Channels.WebChat;

/// <summary>Tells open streams that a conversation has something new; what is new they read from the table.</summary>
internal sealed class ConversationFeed
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();

    /// <summary>Completes at the next notice. Taken before the table is read, so that nothing falls in between.</summary>
    public Task Next(string conversation) =>
        _waiting.GetOrAdd(conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Notify(string conversation)
    {
        if (_waiting.TryRemove(conversation, out TaskCompletionSource? waiting)) { waiting.TrySetResult(); }
    }
}
