using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Open311;

/// <summary>Another system files a matter: it becomes a ticket that waits in 待审, or joins the open one that it is.</summary>
/// <param name="Key">The client's own: what comes twice under it is written once.</param>
internal sealed record FileRequest(Client Client, Filing Filing, string Key)
{
    public static string KeyOf(Client client, string key) => $"{client.Id}:{key}";
}

/// <param name="Number">Of the ticket; null with a failure.</param>
/// <param name="IsShown">Whether the client can read it here later.</param>
/// <param name="IsEmergency">Whether what was filed is one, or the ticket it belongs to.</param>
internal sealed record Filed(int? Number, bool Joined = false, bool IsShown = true, bool IsEmergency = false, Failure? Failure = null);

internal sealed class FileRequestHandler(
    EngineSource engines, HandReading reading, RecordByHandHandler record, RequestQuery requests, CommunityStore community, IDbContextFactory<BotDbContext> contexts,
    TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // two that tell the same matter at the same moment must not both open it
    private readonly SemaphoreSlim _alone = new(1, 1);

    public async Task<Filed> HandleAsync(FileRequest command, CancellationToken cancellationToken)
    {
        if (GroupOf(command) is not { } group) { return new Filed(null, Failure: Failure.NoGroup); }
        if (!await IsReadyAsync(cancellationToken)) { return new Filed(null, Failure: Failure.NotReady); }
        TicketCorrection labels = Labels(command.Filing, group);
        await _alone.WaitAsync(cancellationToken);
        try
        {
            if (await requests.FiledAsync(command.Key, command.Client, cancellationToken) is { } before) { return await FiledAsync(before, labels, joined: false, cancellationToken); }
            int? same = await SameAsync(command, labels, group, cancellationToken);
            RecordedByHand done = await record.HandleAsync(Record(command, labels, group, same), cancellationToken);
            // closed in this very moment
            if (done.Refusal is not null) { (same, done) = (null, await record.HandleAsync(Record(command, labels, group, into: null), cancellationToken)); }
            return await FiledAsync(done.Ticket, labels, joined: same is not null, cancellationToken);
        }
        finally
        {
            _alone.Release();
        }
    }

    public void Dispose() => _alone.Dispose();

    // what names no compound of ours belongs to all of them, unless the client is of one alone
    private string? GroupOf(FileRequest command)
    {
        CommunityDirectory directory = community.Current;
        string[] groups = [.. directory.Groups.Keys.Where(command.Client.Scope.Covers)];
        bool several = groups.Select(group => directory.CompoundOf(group)?.Name).OfType<string>().Distinct().Count() > 1;
        return reading.NamedGroupOf(command.Filing.Where, groups)
            ?? (several ? groups.FirstOrDefault(directory.IsCommunityWide) : null)
            ?? reading.GroupOf(command.Filing.Where, groups);
    }

    // without the engine a fire would be taken for an ordinary repair
    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await engines.GetAsync(CancellationToken.None).WaitAsync(Patience, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private TicketCorrection Labels(Filing filing, string group)
    {
        TicketCorrection read = reading.Read(filing.Text, filing.Where, group);
        return filing.Service.IsOther || StandsAsRead(read, filing) ? read : read with { Topic = filing.Service.Topic, Category = filing.Service.Category };
    }

    // what it is called by whoever files it makes no private matter public and no danger an ordinary repair
    private static bool StandsAsRead(TicketCorrection read, Filing filing) =>
        read.Topic is { } topic and not Topics.Other && (read.Urgency == Urgency.Emergency || PrivateMatters.Is(topic, filing.Text));

    private static RecordByHand Record(FileRequest command, TicketCorrection labels, string group, int? into) => new(
        By: null, FileRequest.KeyOf(command.Client, command.Key), ByHand.Outside, group, command.Filing.Text, labels,
        command.Filing.Who ?? command.Client.Label, command.Filing.Phone, Photo: null, TellGroup: false, into);

    private async Task<int?> SameAsync(FileRequest command, TicketCorrection labels, string group, CancellationToken cancellationToken)
    {
        // private words would lie in a ticket whose group hears of it
        if (labels.Topic is not { } topic || topic == Topics.Other || PrivateMatters.Is(topic, command.Filing.Text)) { return null; }
        IReadOnlyList<string>? near = community.Current.GroupsNear(group);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Ticket> open = db.Set<Ticket>().Within(command.Client.Scope)
            .Where(ticket => Ticket.OpenStates.Contains(ticket.State) && ticket.Topic == topic && !ticket.IsPrivate && ticket.Location != null);
        if (near is not null) { open = open.Where(ticket => near.Contains(ticket.Group)); }
        return SameMatter.Find(
            labels.Location, group, await open.Select(ticket => new OpenMatter(ticket.Number, ticket.Location!, ticket.Group)).ToListAsync(cancellationToken), community.Current);
    }

    private async Task<Filed> FiledAsync(int number, TicketCorrection labels, bool joined, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Ticket ticket = await db.Set<Ticket>().AsNoTracking().SingleAsync(ticket => ticket.Number == number, cancellationToken);
        bool danger = ticket.Urgency == Urgency.Emergency || labels.Urgency == Urgency.Emergency;
        return new Filed(number, joined, IsShown: !ticket.IsPrivate && Service.Public.Contains(ticket.Topic), danger);
    }
}
