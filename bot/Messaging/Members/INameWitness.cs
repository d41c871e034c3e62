using Bot.Storage;

namespace Bot.Messaging.Members;

/// <summary>A feature that keeps by name whose words they are, and follows when a member gets another.</summary>
public interface INameWitness
{
    /// <summary>Runs in the unit of work that renames the member.</summary>
    /// <param name="from">The name the member had; nobody else of the channel spoke under it.</param>
    Task RenamedAsync(BotDbContext db, string channel, string from, string to, CancellationToken cancellationToken);
}
