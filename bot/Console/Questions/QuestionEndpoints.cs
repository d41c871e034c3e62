using Bot.Answers;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Questions;

/// <summary>Questions handed to people.</summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this RouteGroupBuilder console)
    {
        console.MapGet("/questions", async (HttpContext http, QuestionsQuery query, CancellationToken cancellationToken) =>
            Page.Of<QuestionsPage>(await query.LoadAsync(http.Scope(), cancellationToken)));
        console.MapPost("/questions/{number:int}/answer", AnswerAsync);
        console.MapPost("/questions/{number:int}/dismiss", DismissAsync);
    }

    private static async Task<IResult> AnswerAsync(
        int number, [FromForm] int version, [FromForm] string? answer, [FromForm] bool? keep, [FromForm] string? keepAs, HttpContext http,
        QuestionsQuery query, AnswerHandOffHandler handler, CancellationToken cancellationToken)
    {
        string? kept = keep is true ? keepAs ?? "" : null;
        HandOffResult result = await handler.HandleAsync(new AnswerHandOff(number, version, http.Person(), answer?.Trim() ?? "", kept), cancellationToken);
        string done = kept is null ? "已回到群里。" : "已回到群里，也写进了知识库。";
        return await TellAsync(http, query, result, number, done, new QuestionsModel([], [], Kept: answer, KeepAs: kept), cancellationToken);
    }

    private static async Task<IResult> DismissAsync(
        int number, [FromForm] int version, [FromForm] string? reason, HttpContext http,
        QuestionsQuery query, DismissHandOffHandler handler, CancellationToken cancellationToken)
    {
        HandOffResult result = await handler.HandleAsync(new DismissHandOff(number, version, http.Person(), reason?.Trim() ?? ""), cancellationToken);
        return await TellAsync(http, query, result, number, $"问{number}号不用回了。", new QuestionsModel([], []), cancellationToken);
    }

    private static async Task<IResult> TellAsync(
        HttpContext http, QuestionsQuery query, HandOffResult result, int number, string done, QuestionsModel typed, CancellationToken cancellationToken)
    {
        if (result.IsDone) { return Acts.Done(http, done, "/console/questions"); }
        QuestionsModel model = await query.LoadAsync(http.Scope(), cancellationToken);
        return model.Waiting.Any(item => item.Number == number)
            ? Page.Of<QuestionsPage>(
                model with { KeptFor = number, Kept = typed.Kept, KeepAs = typed.KeepAs, Error = $"没有发出：{result.Message}。" }, StatusCodes.Status409Conflict)
            : Acts.NotDone(http, $"没有发出：{result.Message}。", "/console/questions");
    }
}
