using Bot.Console.Frame;
using Bot.Grids.SignIn;

namespace Bot.Console.Notices;

/// <summary>Notices: everyone of the staff reads, administrators write and send.</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this RouteGroupBuilder console)
    {
        RouteGroupBuilder notices = console.MapGroup("/notices");
        notices.MapGet("", async (string? week, int? removed, HttpContext http, NoticesQuery query, CancellationToken cancellationToken) =>
            Page.Of<NoticesPage>(await query.LoadAsync(week, removed, IsAdmin(http), cancellationToken)));
        notices.MapGet("/{number:int}", ShowAsync);
        notices.MapGet("/runs/{run:long}", RunActs.ShowAsync);

        RouteGroupBuilder admin = console.MapGroup("/notices").RequireAuthorization(Access.CommunityPolicy);
        admin.MapGet("/new", EditActs.New);
        admin.MapPost("", EditActs.AddAsync);
        admin.MapGet("/{number:int}/edit", EditActs.ShowAsync);
        admin.MapPost("/{number:int}", EditActs.SaveAsync);
        admin.MapPost("/{number:int}/activate", NoticeActs.ActivateAsync);
        admin.MapPost("/{number:int}/pause", NoticeActs.PauseAsync);
        admin.MapPost("/{number:int}/delete", NoticeActs.DeleteAsync);
        admin.MapPost("/{number:int}/restore", NoticeActs.RestoreAsync);
        admin.MapPost("/{number:int}/send", NoticeActs.SendAsync);
        admin.MapPost("/runs/{run:long}/withdraw", RunActs.WithdrawAsync);
        admin.MapPost("/runs/{run:long}/resend", RunActs.ResendAsync);
        admin.MapPost("/runs/{run:long}/send-muted", RunActs.SendMutedAsync);
        admin.MapPost("/runs/{run:long}/correct", RunActs.CorrectAsync);
    }

    public static bool IsAdmin(HttpContext http) => http.User.May(Access.CommunityPolicy);

    public static IResult NotHere() =>
        Page.Of<MissingPage>("没有这条通知，可能示例已经清空。", StatusCodes.Status404NotFound);

    private static async Task<IResult> ShowAsync(int number, HttpContext http, NoticeQuery query, CancellationToken cancellationToken) =>
        await query.LoadAsync(number, IsAdmin(http), cancellationToken) is { } model ? Page.Of<NoticePage>(model) : NotHere();
}
