using Bot.Grids;
using Bot.Messaging.Conversations;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Messaging.Privacy;

/// <summary>
/// Says in every group of a vendor's channel, once for each version, who the bot is, what it keeps and how to say no.
/// That they were put down stands with the conversation, in the same commit; whether they were said, with their row of the outbox.
/// </summary>
public sealed class ConsentPoster(
    Inbox inbox, Outbox outbox, IEnumerable<IChannel> channels, WriteQueue writes, IDbContextFactory<BotDbContext> contexts, CommunityStore community,
    CommunityClock clock, TimeProvider time, IOptions<PrivacyOptions> options, ILogger<ConsentPoster> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PostAsync(stoppingToken);
                await inbox.GroupsHeard.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.ConsentFailed(exception);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The words as the groups read them.</summary>
    public string Text => options.Value.Consent
        .Replace("{社区}", community.Current.Community ?? "社区", StringComparison.Ordinal)
        .Replace("{机器人}", community.Current.BotName(), StringComparison.Ordinal)
        .Replace("{模型}", options.Value.ConsentModel, StringComparison.Ordinal)
        .Replace("{天数}", options.Value.KeepDays.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Under which the words are said to a group.</summary>
    public static string KeyOf(long conversation, int version) => $"consent:{conversation}:{version}";

    private async Task PostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Consent)) { return; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (long id in await Unasked(db, options.Value.ConsentVersion).Select(group => group.Id).ToListAsync(cancellationToken))
        {
            await writes.RunAsync((unit, token) => SayAsync(unit, id, token), cancellationToken);
        }
    }

    private async Task SayAsync(BotDbContext db, long id, CancellationToken cancellationToken)
    {
        int version = options.Value.ConsentVersion;
        if (await Unasked(db, version).AsTracking().FirstOrDefaultAsync(group => group.Id == id, cancellationToken) is not { } group) { return; }
        DateTimeOffset now = time.GetUtcNow();
        outbox.Say(db, new OutboxMessage
        {
            Key = KeyOf(id, version),
            Channel = group.Channel,
            Conversation = group.Name,
            Text = Text,
            Always = true,
            State = Speaks(group) ? OutboxState.Queued : OutboxState.Draft,
            // whoever added the bot is awake; a new version can wait for the morning
            NextAttemptAt = group.ConsentVersion is null ? now : QuietHours.After(now, clock),
        });
        // when it was said tells the row, once it was
        (group.ConsentVersion, group.ConsentAt) = (version, null);
        logger.ConsentSaid(group.Channel, group.Name, version);
    }

    // one that can only answer would spend the answer somebody waits for; a person copies the words into the group
    private bool Speaks(ConversationReference group) => channels.Any(channel =>
        channel.Name == group.Channel && channel.Capabilities.Speaks && (channel.Capabilities.SpeaksFirst || channel.Serves(group.Name)));

    private static IQueryable<ConversationReference> Unasked(BotDbContext db, int version) =>
        db.Set<ConversationReference>().Where(group => group.IsGroup && (group.ConsentVersion == null || group.ConsentVersion < version));
}
