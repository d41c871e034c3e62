using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging.Pictures;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.ByHand;

/// <summary>＋代记: a call or a visit written down in three fields, joined to what is already open when it is the same matter.</summary>
internal static class HandEndpoints
{
    // photos are refused from 5 MB on; more is let in, so that the page can say so
    private const long LargestPost = 30_000_000;

    public static void MapByHand(this RouteGroupBuilder console)
    {
        console.MapGet("/new", (HttpContext http, CommunityStore community) => Page.Of<HandPage>(new HandModel(HandForm.New(null), Groups(http, community), [])));
        console.MapPost("/new", SaveAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        console.MapPost("/tickets/{number:int}/call", CallActs.CallAsync);
        console.MapPost("/tickets/{number:int}/called", CallActs.CalledAsync);
    }

    private static async Task<IResult> SaveAsync(
        HttpContext http, CommunityStore community, HandReading reading, PhotoStore photos,
        RecordByHandHandler handler, IDbContextFactory<BotDbContext> contexts, CancellationToken token)
    {
        HandForm form = HandForm.Of(await http.Request.ReadFormAsync(token));
        HandModel model = new(form, Groups(http, community), []);
        (string? photo, bool unreadable) = await PhotoAsync(form, http, photos, token);
        form = form with { Stored = photo };
        model = model with { Form = form };
        if (unreadable) { return Again(model, "没有记：照片要是5兆以内的图片，请换一张再试。"); }
        if (Refusal(form, model.Groups) is { } refusal) { return Again(model, refusal); }

        string group = string.IsNullOrEmpty(form.Group) ? reading.GroupOf(form.Where, model.Groups)! : form.Group;
        Guess guess = Guess.Of(reading.Read(form.What!.Trim(), Blank(form.Where), group));
        if (form.Into is null && form.Fresh != true)
        {
            await using BotDbContext db = await contexts.CreateDbContextAsync(token);
            IReadOnlyList<LookAlike> alike = LookAlike.To(guess, group, null, await db.OpenLookAlikesAsync(http.Scope(), token));
            if (alike.Count > 0) { return Page.Of<HandPage>(model with { Alike = alike }); }
        }
        RecordedByHand done = await handler.HandleAsync(
            new RecordByHand(
                http.Person(), form.Key!, form.How!, group, form.What.Trim(),
                new TicketCorrection(guess.Category, guess.Topic, guess.Urgency, guess.Location, Matter: null),
                form.Name, form.Phone, photo, form.Tell == true, form.Into),
            token);
        return done.Refusal is { } why ? Again(model, $"没有记：{why}。")
            : Acts.Done(http, Told(done, form.Into is not null), $"/console/tickets/{done.Ticket}");
    }

    private static string Told(RecordedByHand done, bool joined) => (joined, done.IsRaised) switch
    {
        (false, _) => $"{done.Ticket}号记好了。",
        (true, false) => $"已并到{done.Ticket}号。",
        (true, true) => $"已并到{done.Ticket}号，改按紧急处理。",
    };

    private static string? Refusal(HandForm form, IReadOnlyList<string> groups) => form switch
    {
        { IsKeyed: false } => "没有记：请从“＋代记”重新打开这一页。",
        { How: null } or { How: "" } => "没有记：请选来电、来访还是走访。",
        _ when !Bot.Tickets.ByHand.All.Any(one => one.Channel == form.How) => "没有记：请选来电、来访还是走访。",
        _ when form.What?.Trim() is not { Length: > 0 and <= HandForm.WhatLength } => $"没有记：请写什么事，{HandForm.WhatLength}字以内。",
        _ when form.Where?.Length > HandForm.WhereLength || form.Who?.Length > HandForm.WhoLength => "没有记：地点或者人写得太长了，请短一点。",
        _ when groups.Count == 0 => "没有记：您还没有分到群，请找管理员。",
        _ when !string.IsNullOrEmpty(form.Group) && !groups.Contains(form.Group) => "没有记：请选一个您管的群。",
        _ => null,
    };

    private static async Task<(string? Name, bool Unreadable)> PhotoAsync(HandForm form, HttpContext http, PhotoStore photos, CancellationToken token)
    {
        string? kept = form.Stored is { Length: > 0 } stored && photos.Find(stored) is not null ? stored : null;
        // Not a parameter: one would refuse the form without a file
        if (http.Request.Form.Files["photo"] is not { Length: > 0 } photo) { return (kept, false); }
        await using Stream content = photo.OpenReadStream();
        string? saved = await photos.SaveAsync(content, token);
        return (saved ?? kept, saved is null);
    }

    private static string[] Groups(HttpContext http, CommunityStore community)
    {
        Scope scope = http.Scope();
        return [.. community.Current.Groups.Keys.Where(scope.Covers)];
    }

    private static IResult Again(HandModel model, string error) => Page.Of<HandPage>(model with { Error = error }, StatusCodes.Status400BadRequest);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
