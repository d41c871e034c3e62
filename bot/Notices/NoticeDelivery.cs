using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>How one sending went, in groups.</summary>
/// <param name="Withdrawn">Taken back, or not said by the person who was to copy it.</param>
/// <param name="Muted">Not said because the bot was silenced: a person's yes sends it.</param>
/// <param name="ByHand">In groups where no bot may speak: a person copies it there.</param>
public sealed record NoticeDelivery(int Sent, int Waiting, int Failed, int InDoubt, int Withdrawn, int ByHand, int Muted = 0)
{
    public static NoticeDelivery None { get; } = new(0, 0, 0, 0, 0, 0);

    public int Total => Sent + Waiting + Failed + InDoubt + Withdrawn + ByHand + Muted;

    /// <summary>"3个群发出，1个失败"; empty when there were no groups.</summary>
    public string Sentence => string.Join('，', new (int Count, string What)[]
    {
        (Sent, "发出"), (Waiting, "还在等"), (ByHand, "待手工发送"), (Muted, "静音没有发，等您点发出"), (Failed, "失败"), (InDoubt, "不知道发出没有"), (Withdrawn, "没有发"),
    }.Where(part => part.Count > 0).Select((part, i) => i == 0 ? $"{part.Count}个群{part.What}" : $"{part.Count}个{part.What}"));

    public static async Task<IReadOnlyDictionary<long, NoticeDelivery>> LoadAsync(
        BotDbContext db, IReadOnlyCollection<long> runs, CancellationToken cancellationToken)
    {
        var counts = await db.Set<OutboxMessage>().Where(row => row.NoticeRun != null && runs.Contains(row.NoticeRun.Value))
            .GroupBy(row => new { Run = row.NoticeRun!.Value, row.State }).Select(rows => new { rows.Key.Run, rows.Key.State, Count = rows.Count() })
            .ToListAsync(cancellationToken);
        return runs.ToDictionary(run => run, run => counts.Where(row => row.Run == run)
            .Aggregate(None, (delivery, row) => delivery.With(row.State, row.Count)));
    }

    private NoticeDelivery With(OutboxState state, int count) => state switch
    {
        OutboxState.Sent => this with { Sent = Sent + count },
        OutboxState.Queued or OutboxState.Sending => this with { Waiting = Waiting + count },
        OutboxState.Failed => this with { Failed = Failed + count },
        OutboxState.InDoubt => this with { InDoubt = InDoubt + count },
        OutboxState.Muted => this with { Muted = Muted + count },
        OutboxState.Draft => this with { ByHand = ByHand + count },
        _ => this with { Withdrawn = Withdrawn + count },
    };
}
