using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Bot.Sheets;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>Everything that is stored of what one sender said, as sheets to hand to them.</summary>
public sealed class PersonExport(IDbContextFactory<BotDbContext> contexts, CommunityClock clock)
{
    public async Task<IReadOnlyList<Sheet>> SheetsAsync(string name, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Message> messages = await db.Set<Message>().AsNoTracking().Where(message => message.Sender == name).OrderBy(message => message.Seq).ToListAsync(cancellationToken);
        var reports = await db.Set<TicketReport>().AsNoTracking().Where(report => report.Sender == name).OrderBy(report => report.Id)
            .Select(report => new { Number = EF.Property<int>(report, "TicketNumber"), report.Time, report.Text, report.Phone, Photos = report.Images.Count }).ToListAsync(cancellationToken);
        List<AskedQuestion> asked = await db.Set<AskedQuestion>().AsNoTracking().Where(question => question.Asker == name).OrderBy(question => question.Id).ToListAsync(cancellationToken);
        var ratings = await db.Set<TicketRating>().AsNoTracking().Where(rating => rating.By == name).OrderBy(rating => rating.Id)
            .Select(rating => new { Number = EF.Property<int>(rating, "TicketNumber"), rating.At, rating.Rating, rating.Reason }).ToListAsync(cancellationToken);
        return
        [
            new Sheet("说过的话", [new("时间", 18), new("渠道", 12), new("群", 24, IsText: true), new("内容", 60, IsText: true), new("照片", 8)],
                messages.Select(message => Row(clock.Local(message.Time), message.Channel, message.Conversation, message.Text, message.Images.Count))),
            new Sheet("工单里的话", [new("工单", 8), new("时间", 18), new("内容", 60, IsText: true), new("电话", 16, IsText: true), new("照片", 8)],
                reports.Select(report => Row(report.Number, clock.Local(report.Time), report.Text, report.Phone, report.Photos))),
            new Sheet("问过的问题", [new("时间", 18), new("问题", 50, IsText: true), new("回答", 60, IsText: true)],
                asked.Select(question => Row(clock.Local(question.AskedAt), question.Question, question.Reply))),
            new Sheet("评价", [new("工单", 8), new("时间", 18), new("评价", 10), new("原因", 40, IsText: true)],
                ratings.Select(rating => Row(rating.Number, clock.Local(rating.At), rating.Rating.Title(), rating.Reason))),
        ];
    }

    private static Cell[] Row(params Cell[] cells) => cells;
}
