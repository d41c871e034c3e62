using Bot.Grids;
using Microsoft.Extensions.Options;

namespace Bot.Notices;

/// <summary>The time, and the wall clock planned times are meant on.</summary>
public sealed class NoticeClock(IOptions<NoticeOptions> options, IOptions<CommunityOptions> community, TimeProvider clock)
{
    public CommunityClock Wall { get; } = new(
        options.Value.TimeZone is { Length: > 0 } zone ? CommunityClock.FindZone(zone) : community.Value.Zone);

    public DateTimeOffset Now => clock.GetUtcNow();
}
