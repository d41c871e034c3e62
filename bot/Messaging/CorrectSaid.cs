using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>更正: 【更正】 and what is right, quoting what was said.</summary>
/// <param name="Row">The <see cref="OutboxMessage.Id"/>.</param>
public sealed record CorrectSaid(long Row, string Text, string By);

public sealed class CorrectSaidHandler(WriteQueue writes, Outbox outbox, TimeProvider clock)
{
    public const int Longest = 100;

    /// <summary>Null when it is said, else why not.</summary>
    public Task<string?> HandleAsync(CorrectSaid command, CancellationToken cancellationToken)
    {
        string text = command.Text.Trim();
        return Refuse(text) is { } refusal
            ? Task.FromResult<string?>(refusal)
            : writes.RunAsync(async (db, token) => Apply(db, await db.Set<OutboxMessage>().FirstOrDefaultAsync(row => row.Id == command.Row, token), text, command.By), cancellationToken);
    }

    private string? Apply(BotDbContext db, OutboxMessage? row, string text, string by)
    {
        if (row is null) { return "没有这句话，可能示例已经清空"; }
        if (row.TakenBackAt is not null) { return $"{row.TakenBackBy}已经撤回或更正过这一句"; }
        if (row.State is not (OutboxState.Sent or OutboxState.InDoubt) || row.Recalls is not null) { return "这一句还没有发出去，不用更正，可以撤回"; }
        outbox.Say(db, CorrectionLine.Of(row, $"【更正】{text}", "correct"));
        (row.TakenBackAt, row.TakenBackBy) = (clock.GetUtcNow(), by);
        db.Note($"{row.Id}", CorrectionLine.Where(row));
        return null;
    }

    private static string? Refuse(string text) => text.Length == 0 ? "请写上对的内容"
        : SafeWords.Length(text) > Longest ? $"请写在{Longest}字以内，现在有{SafeWords.Length(text)}字"
        : SafeWords.HasLongNumber(text) ? "不能带身份证号、银行卡号或电话号码"
        : null;
}
