namespace Bot.Notices;

public enum NoticeResultKind { Done, NotFound, Stale, Refused }

/// <summary>What came of a person's act on a notice; the messages are for that person.</summary>
public sealed record NoticeResult(NoticeResultKind Outcome, Notice? Notice = null, IReadOnlyList<string>? Messages = null, NoticeRun? Run = null)
{
    public bool IsDone => Outcome == NoticeResultKind.Done;

    public string Message => string.Join("；", Messages ?? []);

    internal static NoticeResult Refused(Notice? notice, params string[] messages) => new(NoticeResultKind.Refused, notice, messages);

    internal static NoticeResult NotFound { get; } = new(NoticeResultKind.NotFound, null, ["没有这条通知，可能示例已经清空"]);
}
