using System.Security.Cryptography;
using System.Text;

namespace Bot.Messaging.Privacy;

/// <summary>What the bot answers to a wish: what it means, and nothing nicer than that.</summary>
public static class WishReplies
{
    public static string Of(Wish wish, string sender) => SafeWords.Call(sender) + (wish == Wish.Unrecorded
        ? "好的，从现在起您说的话我不存，也就没法帮您办事、答问题。有危险请直接打110、119、120。想恢复就发“可以记录我”。"
        : "好的，从现在起我照常记录您说的话，可以帮您办事、答问题了。");

    /// <summary>The answer to a wish as it is to be said; put down all the same when it is not.</summary>
    public static OutboxMessage Row(Wish wish, string key, string channel, string conversation, string sender, bool isSaid) => new()
    {
        Key = key,
        Channel = channel,
        Conversation = conversation,
        Text = isSaid ? Of(wish, sender) : "",
        State = isSaid ? OutboxState.Queued : OutboxState.Dropped,
    };

    /// <summary>The key under which a wish is answered, once. Of the message it tells nothing, and of who wished it only the sum that is kept.</summary>
    /// <param name="who">One of <see cref="RecordingKeys"/>.</param>
    public static string KeyOf(string who, string conversation, string messageId) =>
        PrefixOf(who) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{messageId}")))[..32];

    public static string PrefixOf(string who) => $"wish:{who}:";
}
