using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.Feishu.Sending;

/// <summary>Takes back what the bot said.</summary>
internal sealed class Recalling(Api api, IDbContextFactory<BotDbContext> contexts)
{
    public async Task<SendResult> RecallAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        OutboxMessage? said = Speech.IdOf(row.ReplyTo) is null ? await SaidAsync(row, cancellationToken) : null;
        if (Speech.IdOf(row.ReplyTo) is null && said is { Attempts: 0, SentAt: null }) { return new SendResult(SendOutcome.Sent); }
        if ((Speech.IdOf(row.ReplyTo) ?? Speech.IdOf(said?.SentAs)) is not { } id)
        {
            return new SendResult(SendOutcome.Refused, "那一句发的时候没有回音，不知道在不在群里，请到群里看看");
        }
        Answer answer = await api.AskAsync(HttpMethod.Delete, $"{Speech.Messages}/{id}", body: null, cancellationToken);
        // gone already is what was wanted
        return SendCodes.IsQuotedGone(answer) ? new SendResult(SendOutcome.Sent) : SendCodes.Of(answer, row.Attempts);
    }

    // when it was taken back its own id was not known yet
    private async Task<OutboxMessage?> SaidAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<OutboxMessage>().AsNoTracking().FirstOrDefaultAsync(said => said.Id == row.Recalls, cancellationToken);
    }
}
