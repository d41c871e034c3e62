using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>A person keeps a narrowed list under a name of their own, and lets go of it.</summary>
internal static class FilterActs
{
    private static readonly string[] Known = ["state", "group", "building", "q", "due", "urgency", "category", "topic", "opened", "until", "person"];

    public static void MapFilters(this RouteGroupBuilder console)
    {
        // one's own list: the 只读 may keep one too
        console.MapPost("/filters", SaveAsync).AsReader();
        console.MapPost("/filters/{id:int}/remove", RemoveAsync).AsReader();
    }

    private static async Task<IResult> SaveAsync(
        [FromForm] string? name, [FromForm] string? query, HttpContext http, WriteQueue queue, CancellationToken cancellationToken)
    {
        string clean = Clean(query);
        string named = name?.Trim() ?? "";
        if (named.Length is 0 or > SavedFilter.NameLength) { return Acts.NotDone(http, $"没有存：名字请写1到{SavedFilter.NameLength}个字。", "/console/tickets" + clean); }
        string me = http.Person();
        int? id = await queue.RunAsync(async (db, token) =>
        {
            if (await db.Set<SavedFilter>().CountAsync(saved => saved.Person == me, token) >= SavedFilter.MostOfOne) { return (int?)null; }
            SavedFilter saved = new() { Person = me, Name = named, Query = clean };
            db.Add(saved);
            await db.SaveChangesAsync(token);
            return saved.Id;
        }, cancellationToken);
        return id is null
            ? Acts.NotDone(http, $"没有存：最多存{SavedFilter.MostOfOne}个，先删掉不用的。", "/console/tickets" + clean)
            : Acts.Done(http, $"存好了：{named}。", "/console/tickets" + clean, undo: $"/console/filters/{id}/remove");
    }

    private static async Task<IResult> RemoveAsync(
        int id, [FromForm] string? back, HttpContext http, WriteQueue queue, CancellationToken cancellationToken)
    {
        string me = http.Person();
        await queue.RunAsync((db, token) => db.Set<SavedFilter>().Where(saved => saved.Id == id && saved.Person == me).ExecuteDeleteAsync(token), cancellationToken);
        return Acts.Done(http, "不存了。", back ?? "/console/tickets");
    }

    // Written anew from what we know, so that a stored address holds nothing else
    private static string Clean(string? query) => QueryHelpers.AddQueryString("", QueryHelpers.ParseQuery(query)
        .Where(pair => Known.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString()));
}
