using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Phrases;

/// <summary>A person's own phrases and the community's.</summary>
public sealed class PhraseQuery(IDbContextFactory<BotDbContext> contexts)
{
    public async Task<IReadOnlyList<Phrase>> LoadAsync(string person, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Phrase> all = await db.Set<Phrase>().AsNoTracking().Where(phrase => phrase.Person == null || phrase.Person == person)
            .OrderBy(phrase => phrase.Person == null).ThenBy(phrase => phrase.Id).ToListAsync(cancellationToken);
        return all.Any(phrase => phrase.Person is null) ? all : [.. all, .. Phrase.First];
    }
}
