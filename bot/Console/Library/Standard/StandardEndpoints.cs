using Bot.Answers.Library;
using Knowledge;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library.Standard;

/// <summary>标准答复: answers that people worded themselves.</summary>
internal static class StandardEndpoints
{
    private const string Home = "/console/knowledge/answers";

    public static void MapStandard(this RouteGroupBuilder changes)
    {
        changes.MapGet("/answers", async ([FromQuery] int? from, StandardQuery query, CancellationToken cancellationToken) =>
            Page.Of<StandardPage>(await query.ListAsync(from, cancellationToken)));
        changes.MapGet("/answers/edit", EditAsync);
        changes.MapPost("/answers", SaveAsync);
    }

    private static async Task<IResult> EditAsync([FromQuery] int? id, [FromQuery] string? q, StandardQuery query, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return Page.Of<StandardFormPage>(new StandardFormModel(
                null, new StandardForm { Question = q, Effective = query.Today.ToString("yyyy-MM-dd") }, query.Grids));
        }
        return await query.FindAsync(id.Value, cancellationToken) is { } form
            ? Page.Of<StandardFormPage>(new StandardFormModel(id, form, query.Grids))
            : Page.Of<NoDocumentPage>("这条标准答复已经不在用了。", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SaveAsync(
        [FromForm] StandardForm form, HttpContext http, StandardQuery query, SaveStandardAnswerHandler handler, CancellationToken cancellationToken)
    {
        if (!ReadForm.Day(form.Effective, out DateOnly? effective) || !ReadForm.Day(form.Expires, out DateOnly? expires)) { return Again(form, query, "日子要写成 2026-07-01 这样"); }
        if (expires < effective) { return Again(form, query, "到期的日子比生效的日子还早"); }
        DocumentHeader header = new(form.Question ?? "", null, effective, expires, null, null, string.IsNullOrWhiteSpace(form.Contact) ? null : form.Contact.Trim())
        {
            Grids = NameList.From(form.Grids ?? []),
        };
        ShelfResult result = await handler.HandleAsync(
            new SaveStandardAnswer(form.Id, form.Version, form.Question ?? "", form.Similar ?? "", form.Answer ?? "", header, http.Person()), cancellationToken);
        return result.IsDone ? Acts.Done(http, "存好了，群里问到就这样回。", Home) : Again(form, query, result.Message!);
    }

    private static IResult Again(StandardForm form, StandardQuery query, string error) =>
        Page.Of<StandardFormPage>(new StandardFormModel(form.Id, form, query.Grids, error), StatusCodes.Status400BadRequest);
}
