using Bot.Audit;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Privacy;
using Bot.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Privacy;

/// <summary>隐私: how long words are kept, what groups were told, and everything of one person. For administrators. Names never stand in an address.</summary>
internal static class PrivacyEndpoints
{
    private const string Home = "/console/privacy";
    private const int LongestName = 100;

    public static void MapPrivacy(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/privacy").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", async (PrivacyQuery query, CancellationToken cancellationToken) => Page.Of<PrivacyPage>(await query.LoadAsync(cancellationToken)));
        pages.MapPost("/find", FindAsync);
        pages.MapPost("/export", ExportAsync);
        pages.MapPost("/erase", EraseAsync);
    }

    private static async Task<IResult> FindAsync([FromForm] string? name, HttpContext http, PrivacyQuery query, CancellationToken cancellationToken)
    {
        if (name?.Trim() is not { Length: > 0 and <= LongestName } asked) { return Acts.NotDone(http, "请写上群里的名字，或者名字里的几个字。", Home); }
        return Page.Of<PrivacyPage>(await query.FindAsync(asked, cancellationToken));
    }

    private static async Task<IResult> ExportAsync(
        [FromForm] string? who, HttpContext http, PersonBook people, PersonExport export, AuditTrail audit, CommunityClock clock, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (PersonKey.Parse(who) is not { } key || await people.FindAsync([key, .. Others(http)], cancellationToken) is not { } person)
        {
            return Acts.NotDone(http, "没有导出：没有找到这个人，可能已经删掉了。", Home);
        }
        if (person.Refusal is { } shared) { return Acts.NotDone(http, $"没有导出：{shared}。", Home); }
        await audit.RecordAsync(new AuditAct("privacy/export"), cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return SheetFile.Answer("个人信息", DateOnly.FromDateTime(clock.Local(time.GetUtcNow())), [.. await export.SheetsAsync(person, cancellationToken)]);
    }

    private static async Task<IResult> EraseAsync(
        [FromForm] string? who, [FromForm] string? typed, [FromForm] string? name, HttpContext http, ErasePersonHandler handler, PrivacyQuery query,
        CancellationToken cancellationToken)
    {
        ErasedPerson erased = PersonKey.Parse(who) is { } key
            ? await handler.HandleAsync(new ErasePerson(key, typed ?? "", Others(http)), cancellationToken)
            : new ErasedPerson("没有删：没有写是谁");
        if (erased.Refusal is { } refusal)
        {
            return Page.Of<PrivacyPage>(await query.FindAsync(name ?? "", cancellationToken) with { Refusal = refusal + "。" }, StatusCodes.Status409Conflict);
        }
        string rest = erased.IsFlushed ? "" : "数据库正忙，磁盘上的旧字明天凌晨清掉。";
        return Acts.Done(http, $"删好了：{erased.Messages}条消息，{erased.Reports}条工单原话，名字改成“{GoneWords.Person}”。{rest}", Home);
    }

    private static PersonKey[] Others(HttpContext http) => [.. http.Request.Form["also"].Select(PersonKey.Parse).OfType<PersonKey>().Take(PersonBook.Most)];
}
