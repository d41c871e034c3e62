using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>A notice was woken: accounts for its planned times up to now. A repeat finds nothing to do.</summary>
public sealed record HandleDueNotice(int Number);

public sealed class HandleDueNoticeHandler(WriteQueue queue, NoticeBook book)
{
    public Task HandleAsync(HandleDueNotice command, CancellationToken cancellationToken) => queue.RunAsync(
        async (db, token) =>
        {
            Notice? notice = await db.Set<Notice>().FirstOrDefaultAsync(notice => notice.Number == command.Number, token);
            if (notice is not null) { await book.AccountAsync(db, notice, token); }
        },
        cancellationToken);
}
