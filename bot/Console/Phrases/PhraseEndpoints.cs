using Bot.Console.Work;
using Bot.Grids.SignIn;
using Bot.Storage;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Phrases;

/// <summary>常用语: said on a ticket in one tap, and written by each person or for the community.</summary>
internal static class PhraseEndpoints
{
    public static void MapPhrases(this RouteGroupBuilder console)
    {
        console.MapGet("/phrases", async (HttpContext http, PhraseQuery query, CancellationToken token) => Page.Of<PhrasesPage>(await ModelAsync(http, query, token)));
        console.MapPost("/phrases", AddAsync);
        console.MapPost("/phrases/{id:int}/remove", RemoveAsync);
        console.MapPost("/tickets/{number:int}/phrase", SayAsync).AddEndpointFilter<TicketInScope>();
    }

    private static async Task<IResult> SayAsync(
        int number, [FromForm] int version, [FromForm] int phrase, HttpContext http, PhraseQuery query, SayPhraseHandler handler, CancellationToken token)
    {
        string here = $"/console/tickets/{number}";
        if ((await query.LoadAsync(http.Person(), token)).FirstOrDefault(one => one.Id == phrase) is not { } chosen)
        {
            return Acts.NotDone(http, "没有发：这句常用语已经删掉，请换一句。", here);
        }
        TicketResult result = await handler.HandleAsync(new SayPhrase(number, version, http.Person(), chosen.Text, chosen.Act), token);
        return Acts.Tell(http, result, chosen.Act == PhraseAct.Done
            ? $"{number}号办好了{Acts.IfHeard(result, "，已请反映人确认")}。"
            : Acts.IfHeard(result, $"已回：{chosen.Text}。"), here);
    }

    private static async Task<IResult> AddAsync(
        [FromForm] string? text, [FromForm] int? act, [FromForm] bool? everyone, HttpContext http, PhraseQuery query, WriteQueue queue, CancellationToken token)
    {
        string said = text?.Trim() ?? "";
        string? owner = everyone == true && http.User.May(Access.CommunityPolicy) ? null : http.Person();
        if (said.Length is 0 or > Phrase.TextLength || act is not { } chosen || !Enum.IsDefined((PhraseAct)chosen))
        {
            return Page.Of<PhrasesPage>(
                await ModelAsync(http, query, token) with { Text = text, Error = $"没有加：请写1到{Phrase.TextLength}个字，选好同时做什么。" }, StatusCodes.Status400BadRequest);
        }
        int? id = await queue.RunAsync(async (db, inner) =>
        {
            if (await db.Set<Phrase>().CountAsync(phrase => phrase.Person == owner, inner) >= Phrase.MostOfOne) { return (int?)null; }
            Phrase phrase = new() { Person = owner, Text = said, Act = (PhraseAct)chosen };
            db.Add(phrase);
            await db.SaveChangesAsync(inner);
            return phrase.Id;
        }, token);
        return id is null
            ? Acts.NotDone(http, $"没有加：最多{Phrase.MostOfOne}句，先删掉不用的。", "/console/phrases")
            : Acts.Done(http, "加上了。", "/console/phrases", undo: $"/console/phrases/{id}/remove");
    }

    private static async Task<IResult> RemoveAsync(int id, HttpContext http, WriteQueue queue, CancellationToken token)
    {
        string me = http.Person();
        bool all = http.User.May(Access.CommunityPolicy);
        int gone = await queue.RunAsync(
            (db, inner) => db.Set<Phrase>().Where(phrase => phrase.Id == id && (phrase.Person == me || (all && phrase.Person == null))).ExecuteDeleteAsync(inner), token);
        return gone > 0 ? Acts.Done(http, "删掉了。", "/console/phrases") : Acts.NotDone(http, "没有删：这一句不是您的，或者已经删掉。", "/console/phrases");
    }

    private static async Task<PhrasesModel> ModelAsync(HttpContext http, PhraseQuery query, CancellationToken token) =>
        new(await query.LoadAsync(http.Person(), token), http.User.May(Access.CommunityPolicy));
}
