using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>The look that fits the hour, each of the three by its own address, and the shifts handed over.</summary>
internal static class DayEndpoints
{
    public static void MapDay(this RouteGroupBuilder console)
    {
        console.MapGet("", (HttpContext http, DayClock clock, CancellationToken token) => ShowAsync(http, DayParts.At(clock.Local), token));
        RouteGroupBuilder day = console.MapGroup("/day");
        day.MapGet("/morning", (HttpContext http, CancellationToken token) => ShowAsync(http, DayPart.Morning, token));
        day.MapGet("/noon", (HttpContext http, CancellationToken token) => ShowAsync(http, DayPart.Noon, token));
        day.MapGet("/evening", (HttpContext http, CancellationToken token) => ShowAsync(http, DayPart.Evening, token));
        day.MapPost("/evening", HandOverAsync);
        day.MapGet("/shifts/{id:long}", ShiftAsync);
        day.MapPost("/shifts/{id:long}/received", ReceiveAsync);
        day.MapPost("/shifts/{id:long}/undo", UndoAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, DayPart part, CancellationToken token)
    {
        IServiceProvider services = http.RequestServices;
        return part switch
        {
            DayPart.Morning => Page.Of<MorningPage>(await services.GetRequiredService<MorningQuery>().LoadAsync(http.Scope(), token)),
            DayPart.Noon => Page.Of<NoonPage>(await services.GetRequiredService<NoonQuery>().LoadAsync(http.Scope(), token)),
            _ => Page.Of<EveningPage>(await services.GetRequiredService<ShiftQuery>().LoadAsync(http.Scope(), token)),
        };
    }

    private static async Task<IResult> HandOverAsync(
        [FromForm] string? to, [FromForm] string? words, [FromForm] bool? duty, HttpContext http,
        ShiftQuery query, HandOverShiftHandler handler, ShiftDuty duties, CancellationToken token)
    {
        ShiftModel model = await query.LoadAsync(http.Scope(), token);
        string said = words?.Trim().ReplaceLineEndings("\n") ?? "";
        string? error = said.Length is 0 or > ShiftNote.WordsLength ? $"没有交班：要交代的请写1到{ShiftNote.WordsLength}个字。"
            : model.Takers.All(taker => taker.Name != to) ? "没有交班：请选一位接班的人。"
            : null;
        if (error is not null) { return Page.Of<EveningPage>(model with { Words = words ?? "", To = to, Error = error, HandsDuty = duty ?? false }, StatusCodes.Status400BadRequest); }
        ShiftNote note = await handler.HandleAsync(new HandOverShift(http.Person(), to!, model.Facts, said), token);
        IReadOnlyList<string> grids = duty == true ? await duties.HandOverAsync(http.Person(), to!, token) : [];
        string also = grids.Count > 0 ? $"{string.Join("、", grids)}现在由{to}值班。" : "";
        return Acts.Done(http, $"已交班给{to}。{also}", $"/console/day/shifts/{note.Id}", undo: $"/console/day/shifts/{note.Id}/undo");
    }

    private static async Task<IResult> ShiftAsync(long id, HttpContext http, IDbContextFactory<BotDbContext> contexts, CancellationToken token)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(token);
        string me = http.Person();
        bool all = http.Scope().Groups is null;
        ShiftNote? note = await db.Set<ShiftNote>().AsNoTracking()
            .FirstOrDefaultAsync(note => note.Id == id && (all || note.From == me || note.To == me), token);
        return note is null
            ? Page.Of<Frame.MissingPage>("没有这张交班单，或者已经撤销。", StatusCodes.Status404NotFound)
            : Page.Of<ShiftPage>(new ShiftNoteModel(note, note.To == me && note.ReceivedAt is null));
    }

    private static async Task<IResult> ReceiveAsync(long id, [FromForm] string? back, HttpContext http, HandOverShiftHandler handler, CancellationToken token) =>
        await handler.ReceiveAsync(id, http.Person(), token)
            ? Acts.Done(http, "收到。这一班归您了。", back)
            : Acts.NotDone(http, "这张交班单已经收过，或者撤销了。", back);

    private static async Task<IResult> UndoAsync(long id, HttpContext http, HandOverShiftHandler handler, ShiftDuty duties, CancellationToken token)
    {
        if (await handler.TakeBackAsync(id, http.Person(), token) is not { } note)
        {
            return Acts.NotDone(http, "撤不回来了：对方已经收到。", "/console/day/evening");
        }
        await duties.TakeBackAsync(note, token);
        return Acts.Done(http, "已撤销，没有交班。", "/console/day/evening");
    }
}
