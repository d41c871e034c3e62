using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Pictures;

/// <summary>Tells why a picture that a message names is not to be seen.</summary>
public sealed class PictureBook(IDbContextFactory<BotDbContext> contexts, PhotoStore photos)
{
    /// <summary>For people; null when it is there, or was never to be fetched.</summary>
    public async Task<string?> WhyMissingAsync(string name, CancellationToken cancellationToken)
    {
        if (!PictureNames.Is(name) || photos.Find(name) is not null) { return null; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Picture? picture = await db.Set<Picture>().AsNoTracking().FirstOrDefaultAsync(known => known.Name == name, cancellationToken);
        return picture switch
        {
            null => "照片已删除",
            { State: PictureState.Waiting } => "照片正在取，过一会儿刷新",
            { Reason: { } reason } => $"照片没取到：{reason}",
            _ => "照片没取到",
        };
    }
}
