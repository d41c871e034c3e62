using Bot.Answers;
using Bot.Answers.Library;
using Bot.Console.Parts;
using Bot.Grids;
using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Questions;

public sealed class QuestionsQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, CommunityClock communityClock, TimeProvider clock)
{
    public async Task<QuestionsModel> LoadAsync(QuestionFilter filter, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<HandOff> listed = db.Questions(scope).Where(item => item.State == filter.State);
        if (filter.Words is { } words)
        {
            bool may = scope.MayFind(words);
            listed = listed.Where(item => may && (item.Question.Contains(words) || item.Answer!.Contains(words) || item.Reason!.Contains(words)));
        }
        // a line for each question: few bytes, and the page is cut by matters
        var lines = await listed.Select(item => new { item.Number, item.Matter, item.DueAt, item.AnsweredAt }).ToListAsync(cancellationToken);
        int[][] matters = [.. lines.GroupBy(line => line.Matter)
            .OrderBy(matter => filter.State == HandOffState.Waiting ? matter.Min(line => line.DueAt) : default)
            .ThenByDescending(matter => matter.Max(line => line.AnsweredAt)).ThenBy(matter => matter.Key)
            .Select(matter => matter.Select(line => line.Number).ToArray())];
        int[][] page = [.. matters.Skip((filter.Page - 1) * QuestionsModel.PerPage).Take(QuestionsModel.PerPage)];
        int[] numbers = [.. page.SelectMany(matter => matter)];
        Dictionary<int, HandOff> items = await db.Questions(scope).Where(item => numbers.Contains(item.Number)).ToDictionaryAsync(item => item.Number, cancellationToken);
        return new QuestionsModel(
            filter, [.. page.Select(matter => new QuestionMatterRow([.. matter.Order().Where(items.ContainsKey).Select(number => items[number])])).Where(row => row.Items.Count > 0)],
            matters.Length, await db.Questions(scope).CountAsync(item => item.State == HandOffState.Waiting, cancellationToken));
    }

    /// <summary>The question with those that ask the same and stand as it does; null when there is none.</summary>
    public async Task<QuestionModel?> OneAsync(int number, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Questions(scope).FirstOrDefaultAsync(item => item.Number == number, cancellationToken) is not { } asked) { return null; }
        List<HandOff> same = await db.Questions(scope)
            .Where(item => item.Matter == asked.Matter && item.State == asked.State && item.Answer == asked.Answer && item.Number != number)
            .OrderBy(item => item.Number).ToListAsync(cancellationToken);
        QuestionMatterRow matter = new([asked, .. same]);
        Document? kept = asked.State != HandOffState.Answered ? null
            : StandardAnswer.Of(matter.Items, asked.Question, community.Current.Community, DateOnly.FromDateTime(communityClock.Local(clock.GetUtcNow())));
        int? document = asked.KeptAs is not { } name ? null
            : await db.Set<ShelfDocument>().Where(row => row.Name == name && row.State == ShelfState.Active).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancellationToken);
        return new QuestionModel(
            matter, Owners(), kept is null ? null : Reply(kept), kept is null ? [] : StandardAnswer.Similar(matter.Items, kept.Header.Title), document);
    }

    /// <summary>Of these numbers the ones that the person may see.</summary>
    public async Task<IReadOnlyList<int>> SeenAsync(IReadOnlyList<int> numbers, Scope scope, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0) { return []; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Questions(scope).Where(item => numbers.Contains(item.Number)).Select(item => item.Number).ToListAsync(cancellationToken);
    }

    private static string Reply(Document kept) => AnswerReplies.Answered([new Citation(
        kept.Name, kept.Header.Title, "", null, kept.Header.Effective, kept.Text.Trim(), kept.Text.Trim(), kept.Header.Contact)]);

    private (string, string)[] Owners() => [.. community.Current.People
        .Where(person => person.Role is not (PersonRoles.Resident or PersonRoles.Reader))
        .Select(person => (person.Name, $"{community.Current.TitleOf(person.Name)}（{PersonRoles.RoleTitle(person.Role)}）"))];
}
