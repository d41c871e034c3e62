using Bot.Audit;
using Bot.Console.Frame;
using Bot.Grids.SignIn;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Reveals;

public sealed record RevealedModel(string Title, string Value, string Reason, string Back);

/// <summary>Shows a masked detail to someone who says why, once, after that is written down.</summary>
internal static class RevealEndpoints
{
    private const int ShortestReason = 2;
    private const int LongestReason = 40;

    public static void MapReveal(this RouteGroupBuilder console) =>
        console.MapPost("/reveal", ShowAsync).RequireAuthorization(Access.WorkerPolicy);

    private static async Task<IResult> ShowAsync(
        [FromForm] string? of, [FromForm] string? id, [FromForm] string? reason, [FromForm] string? back, HttpContext http,
        IEnumerable<RevealSource> sources, IDbContextFactory<BotDbContext> contexts, AuditTrail audit, CancellationToken cancellationToken)
    {
        string why = reason?.Trim() ?? "";
        if (why.Length is < ShortestReason or > LongestReason) { return Acts.NotDone(http, $"没有显示：请写上为什么要看，{LongestReason}字以内。", back); }
        RevealSource? source = sources.FirstOrDefault(known => known.Of == of);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        string? value = source is null ? null : await source.FindAsync(http.RequestServices, db, http.Scope(), id ?? "", cancellationToken);
        if (source is null || value is null) { return Page.Of<MissingPage>("没有这条信息，或者不在您的范围里。", StatusCodes.Status404NotFound); }
        await audit.RecordAsync(new AuditAct($"reveal/{source.Of}", id, why), cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return Page.Of<RevealedPage>(new RevealedModel(source.Title, value, why, Display.Back(back)));
    }
}
