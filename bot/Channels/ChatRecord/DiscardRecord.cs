using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.ChatRecord;

/// <summary>A person has looked at a record and says no: it is forgotten.</summary>
public sealed record DiscardRecord(int Id);

public sealed class DiscardRecordHandler(WriteQueue writes)
{
    public Task HandleAsync(DiscardRecord command, CancellationToken cancellationToken) => writes.RunAsync(
        (db, token) => db.Set<PastedRecord>().Where(record => record.Id == command.Id && record.State == RecordState.Preview).ExecuteDeleteAsync(token),
        cancellationToken);
}
