using System.Globalization;
using Bot.Grids;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>稍后 and another promised time.</summary>
internal static class LaterActs
{
    private const string NoTime = "没有保存：请把日期和时间选好。";

    /// <param name="until"><c>evening</c>, <c>morning</c>, <c>reply</c>; else day and hour are read.</param>
    public static async Task<IResult> SnoozeAsync(
        int number, [FromForm] int version, [FromForm] string? until, [FromForm] string? day, [FromForm] string? hour, HttpContext http,
        TicketQuery query, SnoozeTicketHandler handler, CommunityClock clock, TimeProvider time, CancellationToken cancellationToken)
    {
        DateTime today = clock.Local(time.GetUtcNow()).Date;
        DateTimeOffset? at = until switch
        {
            "evening" => clock.Instant(today.AddHours(18)),
            "morning" => clock.Instant(today.AddDays(1).AddHours(8)),
            _ => Read(clock, day, hour),
        };
        Kept kept = new("snooze", null, NoTime, Day: day, Hour: hour);
        if (at is null && until != "reply") { return await WrittenActs.KeepAsync(http, query, number, kept, cancellationToken); }
        TicketResult result = await handler.HandleAsync(new SnoozeTicket(number, version, http.Person(), at), cancellationToken);
        string done = at is { } shown ? $"{number}号放到{clock.Say(shown, time.GetUtcNow())}。" : $"{number}号等居民回话再办。";
        return await WrittenActs.TellAsync(http, query, result, number, done, kept, cancellationToken);
    }

    public static async Task<IResult> WakeAsync(
        int number, [FromForm] int version, [FromForm] string? back, HttpContext http, WakeTicketHandler handler, CancellationToken cancellationToken) =>
        Acts.Tell(http, await handler.HandleAsync(new WakeTicket(number, version, http.Person()), cancellationToken), $"{number}号现在接着办。", back);

    public static async Task<IResult> ChangePromiseAsync(
        int number, [FromForm] int version, [FromForm] string? day, [FromForm] string? hour, [FromForm] string? text, [FromForm] bool? tell,
        HttpContext http, TicketQuery query, ChangePromiseHandler handler, CommunityClock clock, TimeProvider time, CancellationToken cancellationToken)
    {
        Kept kept = new("promise", text, NoTime, Day: day, Hour: hour);
        if (Read(clock, day, hour) is not { } to) { return await WrittenActs.KeepAsync(http, query, number, kept, cancellationToken); }
        TicketResult result = await handler.HandleAsync(
            new ChangePromise(number, version, http.Person(), to, text ?? "", tell ?? false), cancellationToken);
        string done = $"改到{clock.Say(to, time.GetUtcNow())}{(tell == true ? Acts.IfHeard(result, "，已告诉群里") : "")}。";
        return await WrittenActs.TellAsync(http, query, result, number, done, kept, cancellationToken);
    }

    private static DateTimeOffset? Read(CommunityClock clock, string? day, string? hour) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            && TimeOnly.TryParseExact(hour, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly at)
            ? clock.Instant(date.ToDateTime(at)) : null;
}
