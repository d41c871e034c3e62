using Bot.Grids;
using Bot.Grids.Duty;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Duty;

/// <summary>值班: who is on duty now, 值班换人 in one tap, and the week plan.</summary>
internal static class DutyEndpoints
{
    private const string Address = "/console/duty";

    public static void MapDuty(this RouteGroupBuilder console)
    {
        RouteGroupBuilder duty = console.MapGroup("/duty");
        duty.MapGet("", (HttpContext http, DutyQuery query) => Page.Of<DutyPage>(query.Load(http.Scope())));
        duty.MapPost("/handover", HandOverAsync).RequireAuthorization(Access.WorkerPolicy);
        duty.MapPost("/plan", PlanAsync).RequireAuthorization(Access.LeadPolicy);
        duty.MapPost("/remove", RemoveAsync).RequireAuthorization(Access.LeadPolicy);
    }

    private static async Task<IResult> HandOverAsync(
        [FromForm] string? grid, [FromForm] string? person, [FromForm] string? note, HttpContext http,
        DutyQuery query, HandDutyOverHandler handler, CancellationToken cancellationToken)
    {
        if (query.Find(grid, http.Scope()) is not { } found) { return NotHere(); }
        if (!found.MayHandOver) { return Acts.NotDone(http, "没有换：请值班的人自己换，或者请网格长换。", Address); }
        if (found.People.FirstOrDefault(known => known.Name == person) is not { } next) { return Acts.NotDone(http, "没有换：请选一个人。", Address); }
        string? words = note?.Trim() is { Length: > 0 } said ? said : null;
        string? refusal = await handler.HandleAsync(new HandDutyOver(found.Grid, next.Name, http.Person(), words), cancellationToken);
        return refusal is null
            ? Acts.Done(http, $"{found.Grid}现在由{next.Title ?? next.Name}值班。", Address)
            : Acts.NotDone(http, $"没有换：{refusal}。", Address);
    }

    private static async Task<IResult> PlanAsync(
        [FromForm] string? grid, [FromForm] string? person, [FromForm] int[]? days, [FromForm] string? from, [FromForm] string? to, HttpContext http,
        DutyQuery query, CommunityStore community, CancellationToken cancellationToken)
    {
        if (query.Find(grid, http.Scope()) is not { } found) { return NotHere(); }
        if (found.People.All(known => known.Name != person)) { return Acts.NotDone(http, "没有加：请选一个人。", Address); }
        DutyShift shift = new(found.Grid, person!) { Days = days ?? [], From = from ?? "", To = to is "00:00" ? "24:00" : to ?? "" };
        string? refusal = await community.ChangeAsync(current => current with { Duty = [.. current.Duty, shift] }, cancellationToken);
        return refusal is null ? Acts.Done(http, "加进值班表了。", Address) : Acts.NotDone(http, $"没有加：{refusal}。", Address);
    }

    private static async Task<IResult> RemoveAsync(
        [FromForm] string? grid, [FromForm] int? shift, HttpContext http, DutyQuery query, CommunityStore community, CancellationToken cancellationToken)
    {
        if (query.Find(grid, http.Scope()) is not { } found) { return NotHere(); }
        if (found.Week.ElementAtOrDefault(shift ?? -1) is not { } gone) { return Acts.NotDone(http, "这一班已经不在了。", Address); }
        string? refusal = await community.ChangeAsync(current => current with { Duty = [.. current.Duty.Where(kept => !ReferenceEquals(kept, gone))] }, cancellationToken);
        return refusal is null ? Acts.Done(http, "从值班表里去掉了。", Address) : Acts.NotDone(http, $"没有去掉：{refusal}。", Address);
    }

    private static IResult NotHere() => Page.Of<Frame.MissingPage>("没有这个网格，或者它不归您管。", StatusCodes.Status404NotFound);
}
