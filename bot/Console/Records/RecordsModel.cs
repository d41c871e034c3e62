using Bot.Channels.ChatRecord;

namespace Bot.Console.Records;

/// <param name="Groups">Groups of the directory, and those that came by records before.</param>
/// <param name="Lately">The latest records, newest first.</param>
/// <param name="Drafts">How many drafts wait to be copied.</param>
/// <param name="NamesGroups">Whether the person may take in a record of a group that stands nowhere yet.</param>
/// <param name="Kept">What was sent when it could not be read.</param>
public sealed record RecordsModel(
    IReadOnlyList<string> Groups, IReadOnlyList<PastedRecord> Lately, int Drafts, bool NamesGroups, PasteForm? Kept = null, string? Error = null);

/// <summary>The form as sent.</summary>
public sealed record PasteForm(string? Group, string? NewGroup, string? Text)
{
    public string GroupName => string.IsNullOrWhiteSpace(NewGroup) ? Group ?? "" : NewGroup;
}
