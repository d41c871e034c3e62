using Bot.Channels.ChatRecord.Reading;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;

namespace Bot.Channels.ChatRecord;

/// <summary>Somebody hands in a chat record; it is kept to be looked at, nothing else happens.</summary>
/// <param name="Group">Empty where the text itself is to tell.</param>
/// <param name="Scope">Whose groups; what is taken in for another would be seen by others, not by them.</param>
public sealed record PasteRecord(string Text, string Group, Scope Scope);

/// <param name="Id">Number of the record; null when it was refused.</param>
public sealed record PasteResult(int? Id, string? Refusal);

public sealed class PasteRecordHandler(WriteQueue writes, CommunityStore community, CommunityClock clock, TimeProvider time)
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int LongestGroup = 60;

    public async Task<PasteResult> HandleAsync(PasteRecord command, CancellationToken cancellationToken)
    {
        if (command.Text.Length > MostBytes) { return new PasteResult(null, TooLarge); }
        if (string.IsNullOrWhiteSpace(command.Text)) { return new PasteResult(null, "没有内容：请把聊天记录粘贴到框里，或者选一个文件。"); }
        string? page = RecordPage.Is(command.Text) ? RecordPage.Text(command.Text, cancellationToken) : command.Text;
        if (page is not { } text) { return new PasteResult(null, "这个网页打不开，不像是导出的聊天记录。请用文本格式导出，或者复制粘贴过来。"); }
        int lines = text.AsSpan().Count('\n') + 1;
        if (lines > RecordReader.MostLines) { return new PasteResult(null, $"这份记录有{lines}行，一次最多{RecordReader.MostLines}行。请分几次来，重复的部分不会收两遍。"); }
        ReadRecord read = RecordReader.Read(text, DateOnly.FromDateTime(clock.Local(time.GetUtcNow())), Selves(command.Scope.Person));
        string group = GroupName(command.Group) is { Length: > 0 } chosen ? chosen : GroupName(read.Group ?? "");
        if (group.Length == 0) { return new PasteResult(null, "请选这是哪个群的记录。"); }
        if (PrivateLine.Is(group)) { return new PasteResult(null, "群名不能以“私信:”开头，请换一个写法。"); }
        if (!command.Scope.Covers(group)) { return new PasteResult(null, NotYours); }
        PastedRecord record = new()
        {
            Group = group,
            By = command.Scope.Person,
            PastedAt = time.GetUtcNow(),
            Lines = StoredLines.Write(read.Lines),
        };
        await writes.RunAsync((db, _) => Task.FromResult(db.Add(record)), cancellationToken);
        return new PasteResult(record.Id, null);
    }

    public const string NotYours = "没有收：这个群不归您管。新的群请社区或管理员来贴，或者先在“群与网格”里登记。";
    public const string TooLarge = "这份记录超过5兆，一次收不下。请分几次来，重复的部分不会收两遍。";

    /// <summary>A group's name without what cannot be seen.</summary>
    internal static string GroupName(string name)
    {
        string trimmed = PlainForm.Trim(string.Concat(name.Where(letter => !char.IsControl(letter))));
        return trimmed.Length <= LongestGroup ? trimmed : trimmed[..LongestGroup];
    }

    // Names under which the one who copied the record may stand in it
    private string[] Selves(string by) => community.Current.PersonNamed(by) is { Title: { } title } ? [by, title] : [by];
}
