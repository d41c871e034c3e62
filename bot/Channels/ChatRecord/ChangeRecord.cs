using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.ChatRecord;

/// <summary>What a person sets right in the preview.</summary>
/// <param name="Version">Of what was looked at.</param>
/// <param name="Group">Null to leave it.</param>
/// <param name="Day">The day of the last line; null to leave it.</param>
/// <param name="Roles">Senders whose role was looked at.</param>
public sealed record ChangeRecord(int Id, int Version, string? Group, DateOnly? Day, IReadOnlyDictionary<string, SenderRole> Roles);

public sealed class ChangeRecordHandler(WriteQueue writes)
{
    /// <returns>Its version now; null when it is no preview any more, or was changed since it was looked at.</returns>
    public Task<int?> HandleAsync(ChangeRecord command, CancellationToken cancellationToken) => writes.RunAsync<int?>(
        async (db, token) =>
        {
            PastedRecord? record = await db.Set<PastedRecord>().FirstOrDefaultAsync(record => record.Id == command.Id, token);
            if (record is not { State: RecordState.Preview } || record.Version != command.Version) { return null; }
            string group = PasteRecordHandler.GroupName(command.Group ?? "");
            record.Group = group.Length > 0 && !PrivateLine.Is(group) ? group : record.Group;
            record.Day = command.Day ?? record.Day;
            Dictionary<string, SenderRole> roles = new(StoredRoles.Read(record.Roles));
            foreach ((string sender, SenderRole role) in command.Roles) { roles[sender] = role; }
            record.Roles = roles.Count > 0 ? StoredRoles.Write(roles) : null;
            return ++record.Version;
        },
        cancellationToken);
}
