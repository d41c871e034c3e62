using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Messaging;

namespace Bot.Channels.WebChat;

/// <summary>A conversation as it goes on. Each event carries its Seq, so a browser that was away asks for what it missed.</summary>
internal sealed class EventStream(Conversations conversations, ConversationFeed feed, CommunityStore community, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private const int Batch = 100;

    // a recall is stamped a moment before it is committed; shown twice it looks the same
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    // also the longest a line that broke without a word stays open
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>A group, or the private line of someone in the directory; nothing is kept for other names.</summary>
    public bool Knows(string conversation) => PrivateLine.PersonOf(conversation) is { } person
        ? community.Current.PersonNamed(person) is not null
        : community.Current.Groups.ContainsKey(conversation);

    /// <param name="reader">Once signed in and no longer allowed to be, they hear nothing more.</param>
    public async IAsyncEnumerable<SseItem<ChatMessageView?>> ReadAsync(
        string conversation, long after, ClaimsPrincipal reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        DateTimeOffset looked = clock.GetUtcNow();
        while (!either.IsCancellationRequested && Access.MayStay(community.Current, reader))
        {
            Task next = feed.Next(conversation);
            DateTimeOffset began = clock.GetUtcNow() - Margin;
            // a stop waits for the query: one cancelled by anything but its browser counts as an error
            IReadOnlyList<ChatMessageView> messages = await conversations.AfterAsync(conversation, after, Batch, cancellationToken);
            foreach (ChatMessageView message in messages)
            {
                after = message.Seq;
                yield return new SseItem<ChatMessageView?>(message, "message") { EventId = message.Seq.ToString() };
            }
            foreach (ChatMessageView message in await conversations.RecalledAfterAsync(conversation, looked, cancellationToken))
            {
                yield return new SseItem<ChatMessageView?>(message, "recalled");
            }
            looked = began;
            if (messages.Count == 0)
            {
                yield return new SseItem<ChatMessageView?>(null, "beat");
                await next.WaitAsync(Beat, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
