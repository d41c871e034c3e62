using Bot.Answers;
using Bot.Console.Frame;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Questions;

/// <summary>Questions handed to people, by matter.</summary>
internal static class QuestionEndpoints
{
    private const string All = "/console/questions";

    public static void MapQuestions(this RouteGroupBuilder console)
    {
        console.MapGet("/questions", async (string? state, string? q, int? page, HttpContext http, QuestionsQuery query, CancellationToken cancellationToken) =>
            Page.Of<QuestionsPage>(await query.LoadAsync(QuestionFilter.Of(state, q, page), http.Scope(), cancellationToken)));
        console.MapGet("/questions/{number:int}", ShowAsync);
        console.MapPost("/questions/{number:int}/answer", AnswerAsync);
        console.MapPost("/questions/{number:int}/dismiss", DismissAsync);
        console.MapPost("/questions/{number:int}/again", AgainAsync);
        console.MapPost("/questions/{number:int}/owner", OwnerAsync);
        console.MapPost("/questions/{number:int}/keep", KeepAsync);
        console.MapPost("/questions/{number:int}/forget", ForgetAsync);
    }

    private static async Task<IResult> ShowAsync(int number, HttpContext http, QuestionsQuery query, CancellationToken cancellationToken) =>
        await query.OneAsync(number, http.Scope(), cancellationToken) is { } model
            ? Page.Of<QuestionPage>(model)
            : Page.Of<MissingPage>($"没有问{number}号。", StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(
        int number, [FromForm] int version, [FromForm] string? answer, [FromForm] bool? keep, [FromForm] string? keepAs, IFormCollection posted, HttpContext http,
        QuestionsQuery query, AnswerHandOffHandler handler, CancellationToken cancellationToken)
    {
        string? kept = keep is true ? keepAs ?? "" : null;
        QuestionForm form = await QuestionForm.ReadAsync(posted, http, query, cancellationToken);
        HandOffResult result = await handler.HandleAsync(
            new AnswerHandOff(number, version, http.Person(), answer?.Trim() ?? "", kept, form.Ticked, form.Apart), cancellationToken);
        if (!result.IsDone) { return await RefusedAsync(number, new TypedAnswer(number, answer, kept, $"没有发出：{result.Message}。"), http, query, cancellationToken); }
        string many = result.Count > 1 ? $"{result.Count}个人问的都" : "";
        return kept is null
            ? Acts.Done(http, $"{many}已回到群里。", $"{All}/{number}")
            : Acts.Done(http, $"{many}已回到群里，也写进了知识库。", All, $"{All}/{number}/forget", "从知识库撤回");
    }

    private static async Task<IResult> RefusedAsync(int number, TypedAnswer typed, HttpContext http, QuestionsQuery query, CancellationToken cancellationToken) =>
        await query.OneAsync(number, http.Scope(), cancellationToken) is { Matter.First.State: HandOffState.Waiting } model
            ? Page.Of<QuestionPage>(model with { Typed = typed }, StatusCodes.Status409Conflict)
            : Acts.NotDone(http, typed.Error, All);

    private static async Task<IResult> DismissAsync(
        int number, [FromForm] int version, [FromForm] string? reason, IFormCollection posted, HttpContext http,
        QuestionsQuery query, DismissHandOffHandler handler, CancellationToken cancellationToken)
    {
        QuestionForm form = await QuestionForm.ReadAsync(posted, http, query, cancellationToken);
        HandOffResult result = await handler.HandleAsync(new DismissHandOff(number, version, http.Person(), reason?.Trim() ?? "", form.Shown), cancellationToken);
        return result.IsDone
            ? Acts.Done(http, $"问{number}号不用回了。", All, $"{All}/{number}/again")
            : Acts.NotDone(http, $"没有保存：{result.Message}。", All);
    }

    private static async Task<IResult> AgainAsync(int number, HttpContext http, DismissHandOffHandler handler, CancellationToken cancellationToken) =>
        Tell(http, await handler.HandleAsync(new ReopenHandOff(number), cancellationToken), $"问{number}号又在没答上里了。", $"{All}/{number}");

    private static async Task<IResult> OwnerAsync(
        int number, [FromForm] int version, [FromForm] string? owner, IFormCollection posted, HttpContext http,
        QuestionsQuery query, AssignHandOffHandler handler, CancellationToken cancellationToken)
    {
        QuestionForm form = await QuestionForm.ReadAsync(posted, http, query, cancellationToken);
        HandOffResult result = await handler.HandleAsync(new AssignHandOff([new SeenQuestion(number, version), .. form.Shown], owner ?? ""), cancellationToken);
        return Tell(http, result, $"问{number}号交给{owner}了。", $"{All}/{number}");
    }

    private static async Task<IResult> KeepAsync(
        int number, [FromForm] string? keepAs, HttpContext http, KeepAnswerHandler handler, CancellationToken cancellationToken)
    {
        HandOffResult result = await handler.HandleAsync(new KeepAnswer(number, keepAs ?? "", http.Person()), cancellationToken);
        return Tell(http, result, "写进了知识库，下次有人这样问就会答。", $"{All}/{number}", $"{All}/{number}/forget");
    }

    private static async Task<IResult> ForgetAsync(int number, HttpContext http, KeepAnswerHandler handler, CancellationToken cancellationToken) =>
        Tell(http, await handler.HandleAsync(new ForgetAnswer(number, http.Person(), http.User.May(Access.CommunityPolicy)), cancellationToken), "已从知识库撤回，群里不再用它回答。", $"{All}/{number}");

    private static RedirectHttpResult Tell(HttpContext http, HandOffResult result, string done, string back, string? undo = null) =>
        result.IsDone ? Acts.Done(http, done, back, undo) : Acts.NotDone(http, $"没有保存：{result.Message}。", back);
}
