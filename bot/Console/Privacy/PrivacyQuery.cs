using Bot.Backups;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Privacy;
using Bot.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Console.Privacy;

public sealed class PrivacyQuery(
    IDbContextFactory<BotDbContext> contexts, ConsentPoster consent, PersonBook people, IEnumerable<IChannel> channels,
    IOptions<PrivacyOptions> options, IOptions<BackupsOptions> backups)
{
    private const int MostGroups = 500;

    public async Task<PrivacyModel> LoadAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ConversationReference> groups = await db.Set<ConversationReference>().Where(known => known.IsGroup)
            .OrderBy(known => known.Name).Take(MostGroups).ToListAsync(cancellationToken);
        RetentionRun? last = await db.Set<RetentionRun>().OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancellationToken);
        Dictionary<string, OutboxMessage> said = await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Key.StartsWith("consent:")).ToDictionaryAsync(row => row.Key, cancellationToken);
        return new PrivacyModel(
            options.Value.KeepDays, string.IsNullOrWhiteSpace(options.Value.Consent) ? "" : consent.Text, options.Value.ConsentVersion,
            [.. groups.Select(group => LineOf(group, group.ConsentVersion is { } version ? said.GetValueOrDefault(ConsentPoster.KeyOf(group.Id, version)) : null))],
            await db.Set<UnrecordedSender>().CountAsync(wish => !EF.Functions.Like(wish.Sender, "%@%"), cancellationToken), last, backups.Value.Keep);
    }

    public async Task<PrivacyModel> FindAsync(string name, CancellationToken cancellationToken)
    {
        IReadOnlyList<PersonFound> found = name.Trim().Length == 0 ? [] : await people.SearchAsync(name.Trim(), cancellationToken);
        return await LoadAsync(cancellationToken) with
        {
            Asked = name,
            Found = [.. found.Select(person => person with { Channels = [.. person.Channels.Select(LabelOf)] })],
        };
    }

    // a draft, or one that failed, was not said
    private ConsentLine LineOf(ConversationReference group, OutboxMessage? row) => new(
        group.Name, LabelOf(group.Channel), group.ConsentVersion, row is null ? group.ConsentAt : row.State == OutboxState.Sent ? row.SentAt : null);

    private string LabelOf(string channel) => channels.FirstOrDefault(known => known.Name == channel)?.Label ?? channel;
}
