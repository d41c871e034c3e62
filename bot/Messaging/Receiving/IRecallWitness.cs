using Bot.Storage;

namespace Bot.Messaging.Receiving;

/// <summary>A feature that keeps what residents said, or acted on it, and follows when they take it back.</summary>
public interface IRecallWitness
{
    /// <summary>Runs in the unit of work that hides the message.</summary>
    /// <param name="message">With its text hidden already.</param>
    /// <param name="words">What it said, to be found where it was copied to.</param>
    Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken);
}
