using Bot.Grids;
using Bot.Messaging;
using Bot.Sheets;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>Everything that is stored of what one person said, and of what was said to them alone, as sheets to hand to them.</summary>
public sealed class PersonExport(IDbContextFactory<BotDbContext> contexts, CommunityClock clock)
{
    public async Task<IReadOnlyList<Sheet>> SheetsAsync(KnownPerson person, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        PersonWords words = await PersonWords.LoadAsync(db, person, cancellationToken);
        long[] seqs = [.. words.Said.Select(message => message.Seq)];
        List<MessageCorrection> examples = await db.Set<MessageCorrection>().AsNoTracking().Where(one => seqs.Contains(one.MessageSeq)).ToListAsync(cancellationToken);
        string[] lines = [.. person.Lines.Select(line => line.Conversation).Distinct()];
        List<OutboxMessage> said = await db.Set<OutboxMessage>().AsNoTracking().Where(row => lines.Contains(row.Conversation)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return
        [
            new Sheet("说过的话", [new("时间", 18), new("渠道", 12), new("群", 24, IsText: true), new("内容", 60, IsText: true), new("照片", 40, IsText: true)],
                words.Said.Select(message => Row(clock.Local(message.Time), message.Channel, message.Conversation, message.Text, string.Join(' ', message.Images)))),
            new Sheet("私下回的话", [new("时间", 18), new("渠道", 12), new("内容", 60, IsText: true)],
                said.Where(row => person.IsLine(row.Channel, row.Conversation)).Select(row => Row(clock.Local(row.SentAt ?? row.CreatedAt), row.Channel, row.Text))),
            new Sheet("工单里的话", [new("工单", 8), new("时间", 18), new("内容", 60, IsText: true), new("电话", 16, IsText: true), new("照片", 40, IsText: true)],
                words.Reports.Select(report => Row(report.Ticket, clock.Local(report.Time), report.Text, report.Phone, string.Join(' ', report.Images)))),
            new Sheet("问过的问题", [new("时间", 18), new("问题", 50, IsText: true), new("回答", 60, IsText: true)],
                words.Asked.Select(question => Row(clock.Local(question.AskedAt), question.Question, question.Reply))),
            new Sheet("请人答的问题", [new("编号", 8), new("时间", 18), new("问题", 50, IsText: true), new("补充", 40, IsText: true), new("答复", 60, IsText: true)],
                words.HandOffs.Select(item => Row(item.Number, clock.Local(item.AskedAt), item.Question, item.Added, item.Answer))),
            new Sheet("评价", [new("工单", 8), new("时间", 18), new("评价", 10), new("原因", 40, IsText: true)],
                words.Ratings.Select(rating => Row(rating.Ticket, clock.Local(rating.At), rating.Rating.Title(), rating.Reason))),
            new Sheet("教机器人的例句", [new("时间", 18), new("内容", 60, IsText: true)], examples.Select(one => Row(clock.Local(one.At), one.Text))),
        ];
    }

    private static Cell[] Row(params Cell[] cells) => cells;
}
