using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Pictures;

/// <summary>The pictures of a message that is taken back go with it.</summary>
internal sealed class RecalledPictures(PhotoStore photos) : IRecallWitness
{
    public async Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken)
    {
        List<Picture> gone = await db.Set<Picture>()
            .Where(picture => picture.Channel == message.Channel && picture.Conversation == message.Conversation && picture.MessageId == message.MessageId)
            .ToListAsync(cancellationToken);
        db.RemoveRange(gone);
        string[] names = [.. gone.Select(picture => picture.Name)];
        db.AfterCommit(() => photos.Remove(names));
    }
}
