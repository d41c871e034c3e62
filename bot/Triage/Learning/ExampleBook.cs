using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.Learning;

/// <summary>
/// The labelled examples that people's corrections make. Of several corrections of one message the latest counts; one that
/// came back to where it began counts not at all.
/// </summary>
public sealed class ExampleBook(IDbContextFactory<BotDbContext> contexts, WriteQueue writes)
{
    /// <summary>Latest first.</summary>
    public async Task<IReadOnlyList<Example>> ListAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<MessageCorrection> messages = await db.Set<MessageCorrection>().AsNoTracking().OrderBy(kept => kept.Id).ToListAsync(cancellationToken);
        List<Correction> tickets = await db.Set<Correction>().AsNoTracking().OrderBy(kept => kept.Id).ToListAsync(cancellationToken);
        IEnumerable<Example?> all = messages.GroupBy(kept => kept.MessageSeq).Select(kept => Of([.. kept]))
            .Concat(tickets.GroupBy(kept => kept.Ticket).Select(kept => Of([.. kept])));
        // A ticket set right after its message says the same words again
        return [.. all.OfType<Example>().Where(example => !string.IsNullOrWhiteSpace(example.Text))
            .OrderByDescending(example => example.At).DistinctBy(example => (example.Role, example.Text.Trim()))];
    }

    /// <summary>Forgets what made an example; false when it is gone already.</summary>
    public async Task<bool> RemoveAsync(ExampleSource source, long of, CancellationToken cancellationToken) =>
        await writes.RunAsync(
            (db, token) => source == ExampleSource.Message
                ? db.Set<MessageCorrection>().Where(kept => kept.MessageSeq == of).ExecuteDeleteAsync(token)
                : db.Set<Correction>().Where(kept => kept.Ticket == of).ExecuteDeleteAsync(token),
            cancellationToken) > 0;

    private static Example? Of(List<MessageCorrection> kept)
    {
        (MessageCorrection first, MessageCorrection last) = (kept[0], kept[^1]);
        MatterLabels after = new(last.After is Kind.Issue or Kind.Emergency, last.Category, last.Topic, last.Urgency, last.Location);
        bool unchanged = kept.Count > 1 && first.Before == last.After && (!after.IsMatter || after == first.BeforeLabels);
        return unchanged ? null : new Example(
            ExampleSource.Message, [.. kept.Select(one => one.Id).Reverse()], last.MessageSeq, How(last.How), last.Group, last.Sender, last.Role, last.Text,
            first.Before, first.BeforeLabels ?? MatterLabels.NoMatter, last.After, IntentOf(last), after, last.By, last.At);
    }

    // Kept by a program that did not ask
    private static Intent IntentOf(MessageCorrection kept) => kept.Intent != Intent.None ? kept.Intent
        : ExampleIntents.Of(kept.After, Intent.None, kept.Text, kept.Role is not SenderRole.Resident);

    private static Example? Of(List<Correction> kept)
    {
        (Correction first, Correction last) = (kept[0], kept[^1]);
        if (first.Before == last.After && last.SameAs is null) { return null; }
        Kind kind = KindOf(last.After);
        return new Example(
            ExampleSource.Ticket, [.. kept.Select(one => one.Id).Reverse()], last.Ticket,
            last.SameAs is { } same ? $"并入{same}号" : last.After.IsMatter ? "改工单" : "不是诉求",
            last.Group, last.Sender, SenderRole.Resident, last.Text,
            KindOf(first.Before), first.Before, kind, ExampleIntents.Of(kind, Intent.None, last.Text, byStaff: false, last.SameAs is not null),
            last.After, last.By, last.At);
    }

    private static Kind KindOf(MatterLabels labels) =>
        !labels.IsMatter ? Kind.Chat : labels.Urgency == Urgency.Emergency.Name() ? Kind.Emergency : Kind.Issue;

    private static string How(CorrectionHow how) => how switch
    {
        CorrectionHow.Kind => "纠正",
        CorrectionHow.Labels => "改",
        CorrectionHow.Dismissed => "不是诉求",
        CorrectionHow.Opened => "确认立件",
        _ => "并入",
    };
}
