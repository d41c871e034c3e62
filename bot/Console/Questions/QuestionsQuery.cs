using Bot.Answers;
using Bot.Console.Parts;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Questions;

public sealed class QuestionsQuery(IDbContextFactory<BotDbContext> contexts)
{
    public async Task<QuestionsModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<HandOff> all = db.Questions(scope);
        return new QuestionsModel(
            await all.Where(item => item.State == HandOffState.Waiting).OrderBy(item => item.DueAt).Take(50).ToListAsync(cancellationToken),
            await all.Where(item => item.State != HandOffState.Waiting).OrderByDescending(item => item.AnsweredAt).Take(10).ToListAsync(cancellationToken));
    }
}
