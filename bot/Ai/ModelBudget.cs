using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Ai;

/// <summary>
/// Hard caps: calls in an hour, tokens in a day of the community. What a call may need at most is set aside before it goes
/// out; a restart goes on with what the tables say.
/// </summary>
public sealed class ModelBudget(IOptions<AiOptions> options, IDbContextFactory<BotDbContext> contexts, CommunityClock community, TimeProvider clock)
    : IDisposable
{
    private readonly SemaphoreSlim _alone = new(1, 1);
    private DateTimeOffset _hour;
    private DateOnly _day;
    private int _calls;
    private long _tokens;

    /// <summary>Null when the call may go out; else how long it has to wait.</summary>
    public async Task<TimeSpan?> TakeAsync(int mostTokens, CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        try
        {
            DateTimeOffset now = clock.GetUtcNow();
            await TurnAsync(now, cancellationToken);
            if (_tokens + mostTokens > options.Value.TokensPerDay) { return community.Instant(_day.AddDays(1).ToDateTime(default)) - now; }
            if (_calls >= options.Value.CallsPerHour) { return _hour.AddHours(1) - now; }
            _calls++;
            _tokens += mostTokens;
            return null;
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>Gives back what was set aside and not used.</summary>
    internal void Settle(int mostTokens, ModelReply reply)
    {
        Interlocked.Add(ref _tokens, reply.TokensIn + reply.TokensOut - mostTokens);
        if (reply.Requests == 0) { Interlocked.Decrement(ref _calls); }
    }

    public void Dispose() => _alone.Dispose();

    private async Task TurnAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateOnly today = DateOnly.FromDateTime(community.Local(now));
        DateTimeOffset hour = ModelLedger.HourOf(now);
        bool starting = _hour == default;
        await using BotDbContext? db = starting ? await contexts.CreateDbContextAsync(cancellationToken) : null;
        if (hour != _hour)
        {
            _calls = db is null ? 0 : await db.Set<ModelHour>().Where(row => row.Hour == hour).SumAsync(row => row.Calls, cancellationToken);
        }
        if (today != _day)
        {
            DateTimeOffset morning = community.Instant(today.ToDateTime(default));
            _tokens = db is null ? 0 : await db.Set<ModelHour>().Where(row => row.Hour >= morning).SumAsync(row => row.TokensIn + row.TokensOut, cancellationToken);
        }
        (_hour, _day) = (hour, today);
    }
}
