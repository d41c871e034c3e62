using Bot.Storage;

namespace Bot.Messaging.Receiving;

/// <summary>A feature that keeps what residents said, or acted on it, and follows when they take it back.</summary>
public interface IRecallWitness
{
    /// <summary>Runs in the unit of work that hides the message.</summary>
    /// <param name="message">With its text hidden already.</param>
    Task RecalledAsync(BotDbContext db, Message message, CancellationToken cancellationToken);
}
