using Bot.Console.Frame;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>改: sets the bot's guess right.</summary>
internal static class CorrectActs
{
    public static async Task<IResult> ShowAsync(
        int number, [FromQuery] string? back, HttpContext http, TicketQuery query, CancellationToken cancellationToken) =>
        await query.LoadAsync(number, http.Scope(), cancellationToken) is { } model
            ? Page.Of<CorrectPage>(CorrectModel.Of(model.Ticket, Display.Back(back ?? $"/console/tickets/{number}")))
            : TicketEndpoints.NotHere(number);

    public static async Task<IResult> SaveAsync(
        int number, [FromForm] CorrectForm? sent, HttpContext http, CorrectTicketHandler handler, CancellationToken cancellationToken)
    {
        CorrectForm form = sent ?? CorrectForm.Empty;
        TicketCorrection? correction = form.Read();
        TicketCorrection? shown = Shown(http.Request.Form);
        CorrectModel kept = form.Keep(number) with { Shown = shown };
        if (correction is null) { return Page.Of<CorrectPage>(kept with { Error = "没有保存：请把什么事、类别、话题、急不急都选好。" }, StatusCodes.Status400BadRequest); }

        TicketResult result = await handler.HandleAsync(new CorrectTicket(number, form.Version, http.Person(), correction, shown), cancellationToken);
        return result switch
        {
            { IsDone: true } => Acts.Done(http, $"{number}号改好了。", form.Back),
            { Outcome: TicketOutcome.NotFound } => TicketEndpoints.NotHere(number),
            // The form now stands on what was seen: saving again means it
            { Outcome: TicketOutcome.Stale, Ticket: { } ticket } =>
                Page.Of<CorrectPage>(kept with { Version = ticket.Version, Changed = ticket, Shown = CorrectModel.ShownOf(ticket) }, StatusCodes.Status409Conflict),
            _ => Page.Of<CorrectPage>(kept with { Error = $"没有保存：{result.Message}。" }, StatusCodes.Status409Conflict),
        };
    }

    // What the form showed when it was opened; null when it does not say: a record would bind no form without it
    private static TicketCorrection? Shown(IFormCollection sent) =>
        LabelNames.TryParse(sent["shownCategory"], out Category category) && LabelNames.TryParse(sent["shownUrgency"], out Urgency urgency)
            ? new TicketCorrection(category, Of(sent, "shownTopic"), urgency, Of(sent, "shownLocation"), Of(sent, "shownMatter"))
            : null;

    private static string Of(IFormCollection sent, string field) => sent[field].ToString().Trim();
}

/// <summary>The form as sent; names are those of its fields.</summary>
public sealed record CorrectForm(
    int Version, string? Matter, string? Category, string? Topic, string? Location, string? Urgency, string? Back)
{
    /// <summary>What a post without any field holds.</summary>
    public static readonly CorrectForm Empty = new(0, null, null, null, null, null, null);

    /// <summary>Null when a field holds no value a page of ours offers.</summary>
    public TicketCorrection? Read()
    {
        string matter = Matter?.Trim() ?? "";
        string place = Location?.Trim() ?? "";
        return matter.Length is > 0 and <= TicketCorrection.MatterLength && place.Length <= TicketCorrection.PlaceLength && Topic is not null && Topics.All.Contains(Topic)
            && LabelNames.TryParse(Category, out Category category) && LabelNames.TryParse(Urgency, out Urgency urgency)
            ? new TicketCorrection(category, Topic, urgency, place, matter)
            : null;
    }

    public CorrectModel Keep(int number) =>
        new(number, Matter ?? "", Version, Category, Topic, Location, Urgency, Display.Back(Back ?? $"/console/tickets/{number}"));
}
