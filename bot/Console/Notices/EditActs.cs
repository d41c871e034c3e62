using Bot.Grids;
using Bot.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Notices;

/// <summary>Writing a notice. What cannot be saved comes back as it was typed.</summary>
internal static class EditActs
{
    public static IResult New([FromQuery] string? like, [FromQuery] string? title, [FromQuery] string? text, CommunityStore community)
    {
        NoticeForm form = title is not null || text is not null ? NoticeForm.Empty with { Title = title, Text = text }
            : like is not null && NoticeForm.Templates.TryGetValue(like, out string? words)
            ? NoticeForm.Empty with { Title = like, Text = words } : NoticeForm.Empty;
        return Show(null, form, community, []);
    }

    public static async Task<IResult> ShowAsync(int number, NoticeQuery query, CommunityStore community, NoticeClock clock, CancellationToken cancellationToken) =>
        await query.FindAsync(number, cancellationToken) is { } notice
            ? Show(number, NoticeForm.Of(notice, clock.Wall), community, [])
            : NoticeEndpoints.NotHere();

    public static Task<IResult> AddAsync(
        [FromForm] NoticeForm? sent, HttpContext http, CommunityStore community, NoticeClock clock, SaveNoticeHandler handler, CancellationToken cancellationToken) =>
        SaveAsync(null, sent ?? NoticeForm.Empty, http, community, clock, handler, cancellationToken);

    public static Task<IResult> SaveAsync(
        int number, [FromForm] NoticeForm? sent, HttpContext http, CommunityStore community, NoticeClock clock, SaveNoticeHandler handler, CancellationToken cancellationToken) =>
        SaveAsync((int?)number, sent ?? NoticeForm.Empty, http, community, clock, handler, cancellationToken);

    private static async Task<IResult> SaveAsync(
        int? number, NoticeForm form, HttpContext http, CommunityStore community, NoticeClock clock, SaveNoticeHandler handler, CancellationToken cancellationToken)
    {
        (NoticeDraft? draft, IReadOnlyList<string> errors) = form.Read(clock.Wall);
        if (draft is null) { return Show(number, form, community, errors, StatusCodes.Status400BadRequest); }
        NoticeResult result = await handler.HandleAsync(new SaveNotice(number, form.Version, http.Person(), draft), cancellationToken);
        return result switch
        {
            { IsDone: true, Notice: { } notice } => Acts.Done(http, Said(notice), $"/console/notices/{notice.Number}"),
            { Outcome: NoticeResultKind.NotFound } => NoticeEndpoints.NotHere(),
            // The form now stands on what was seen: saving again means it
            { Outcome: NoticeResultKind.Stale, Notice: { } changed } =>
                Show(number, form with { Version = changed.Version }, community, [], StatusCodes.Status409Conflict, changed),
            _ => Show(number, form, community, result.Messages ?? [], StatusCodes.Status400BadRequest),
        };
    }

    private static string Said(Notice notice) => notice.State == NoticeState.Active ? "已保存，按新的发。" : "已存下。看看预览，对了再发。";

    private static IResult Show(
        int? number, NoticeForm form, CommunityStore community, IReadOnlyList<string> errors, int status = StatusCodes.Status200OK, Notice? changed = null) =>
        Page.Of<NoticeFormPage>(
            new NoticeFormModel(number, form, [.. community.Current.Groups.Keys], community.Current.Community, errors, changed), status);
}
