using Bot.Console.Frame;
using Bot.Console.Parts;
using Bot.Console.Work;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Review;

/// <summary>改 on a message without a ticket: its labels are set right and it becomes one.</summary>
internal static class OpenWithLabels
{
    public static async Task<IResult> ShowAsync(long seq, HttpContext http, IDbContextFactory<BotDbContext> contexts, CancellationToken cancellationToken) =>
        await LoadAsync(http.Scope(), seq, contexts, cancellationToken) is { } model
            ? Page.Of<OpenPage>(model)
            : Page.Of<MissingPage>("这一条已经有人看过，或者示例已经清空。", StatusCodes.Status404NotFound);

    public static async Task<IResult> SaveAsync(
        long seq, [FromForm] CorrectForm? sent, HttpContext http, OpenFromMessageHandler handler,
        IDbContextFactory<BotDbContext> contexts, CancellationToken cancellationToken)
    {
        CorrectForm form = sent ?? CorrectForm.Empty;
        TicketCorrection? labels = form.Read();
        if (labels is not null)
        {
            ReviewResult result = await handler.HandleAsync(new OpenFromMessage(seq, http.Person(), labels), cancellationToken);
            return ReviewEndpoints.Tell(http, result, $"{result.Ticket}号已立件，已在群里回话。", form.Back);
        }
        return await LoadAsync(http.Scope(), seq, contexts, cancellationToken) is { } model
            ? Page.Of<OpenPage>(model with { Form = form, Error = "没有立件：请把什么事、类别、话题、急不急都填好。" }, StatusCodes.Status400BadRequest)
            : Acts.NotDone(http, "没有立件：这一条已经有人看过。", form.Back);
    }

    private static async Task<OpenModel?> LoadAsync(Scope scope, long seq, IDbContextFactory<BotDbContext> contexts, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Message? message = await db.Set<Message>().AsNoTracking().FirstOrDefaultAsync(message => message.Seq == seq, cancellationToken);
        MessageDecision? decision = await db.Set<MessageDecision>().AsNoTracking()
            .FirstOrDefaultAsync(decision => decision.MessageSeq == seq && decision.NeedsReview, cancellationToken);
        if (message is null || decision is null) { return null; }
        CorrectForm form = new(
            0, MatterName.From(decision.Topic ?? Topics.Other, message.Text), decision.Category?.Name(), decision.Topic,
            decision.Location, decision.Urgency?.Name(), "/console/review");
        return new OpenModel(seq, SaidMessage.Of(message, await db.QuotesAsync(scope, [message], cancellationToken)), form);
    }
}
