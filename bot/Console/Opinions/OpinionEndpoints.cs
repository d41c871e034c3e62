using Bot.Console.Review;
using Bot.Grids.SignIn;
using Bot.Triage.SecondOpinion;

namespace Bot.Console.Opinions;

/// <summary>模型: what a configured language model said, taken back with one tap; for administrators what it cost.</summary>
internal static class OpinionEndpoints
{
    private const string Address = "/console/model";

    public static void MapOpinions(this RouteGroupBuilder console)
    {
        console.MapGet("/model", async (HttpContext http, OpinionsQuery query, CancellationToken cancellationToken) =>
            Page.Of<OpinionsPage>(await query.LoadAsync(http.Scope(), http.User.IsInRole(Access.Admin), cancellationToken)));
        console.MapPost("/model/{seq:long}/undo", async (long seq, HttpContext http, UndoOpinionHandler handler, CancellationToken cancellationToken) =>
            ReviewEndpoints.Tell(http, await handler.HandleAsync(new UndoOpinion(seq, http.Person()), cancellationToken), "已撤回。", Address));
    }
}
