namespace Tests.Browser;

/// <summary>Every address a browser may be sent to, with one that the filled sample answers.</summary>
internal static class ConsolePages
{
    /// <summary>Not pages: streams, parts of pages, files. Why each is none stands in its name.</summary>
    public static readonly string[] NoPages =
    [
        "/console/events", "/console/alerts/banner", "/console/silence/strip", "/console/community/export", "/console/learning/examples.tsv",
        "/console/setup/{table}/template", "/console/figures/report.xlsx", "/console/tickets/export", "/console/audit/export", "/console/backups/{name}",
        "/console/knowledge/checks/export", "/console/knowledge/trials/{id:int}/export", "/console/knowledge/words/export", "/playground/api/decisions/{seq:long}", "/playground/api/events", "/playground/api/state",
    ];

    /// <summary>Route and sample address; {doubt} is a message the engine was not sure of.</summary>
    public static readonly IReadOnlyDictionary<string, string> Samples = new Dictionary<string, string>
    {
        ["/console"] = "/console",
        ["/console/account"] = "/console/account",
        ["/console/alerts"] = "/console/alerts",
        ["/console/audit"] = "/console/audit",
        ["/console/audit/check"] = "/console/audit/check",
        ["/console/backups"] = "/console/backups",
        ["/console/community"] = "/console/community",
        ["/console/day/evening"] = "/console/day/evening",
        ["/console/day/morning"] = "/console/day/morning",
        ["/console/day/noon"] = "/console/day/noon",
        ["/console/day/shifts/{id:long}"] = "/console/day/shifts/1",
        ["/console/deadlines"] = "/console/deadlines",
        ["/console/drafts"] = "/console/drafts",
        ["/console/duty"] = "/console/duty",
        ["/console/figures"] = "/console/figures",
        ["/console/figures/recurrences"] = "/console/figures/recurrences",
        ["/console/figures/report"] = "/console/figures/report",
        ["/console/figures/rows"] = "/console/figures/rows?m=done",
        ["/console/keys"] = "/console/keys",
        ["/console/knowledge"] = "/console/knowledge",
        ["/console/knowledge/answers"] = "/console/knowledge/answers",
        ["/console/knowledge/answers/edit"] = "/console/knowledge/answers/edit",
        ["/console/knowledge/asked"] = "/console/knowledge/asked",
        ["/console/knowledge/batch"] = "/console/knowledge/batch",
        ["/console/knowledge/calibrate"] = "/console/knowledge/calibrate",
        ["/console/knowledge/changes"] = "/console/knowledge/changes",
        ["/console/knowledge/checks"] = "/console/knowledge/checks",
        ["/console/knowledge/cite"] = "/console/knowledge/cite?document=elder-allowance-2026&quote=%E5%B0%8A%E8%80%81%E9%87%91",
        ["/console/knowledge/documents/{id:int}"] = "/console/knowledge/documents/1",
        ["/console/knowledge/documents/{id:int}/passages"] = "/console/knowledge/documents/1/passages?n=1",
        ["/console/knowledge/documents/{id:int}/versions"] = "/console/knowledge/documents/1/versions",
        ["/console/knowledge/drafts"] = "/console/knowledge/drafts",
        ["/console/knowledge/ending"] = "/console/knowledge/ending",
        ["/console/knowledge/trials/{id:int}"] = "/console/knowledge/trials/1",
        ["/console/knowledge/try"] = "/console/knowledge/try?q=%E5%B0%8A%E8%80%81%E9%87%91",
        ["/console/knowledge/web"] = "/console/knowledge/web",
        ["/console/knowledge/words"] = "/console/knowledge/words",
        ["/console/knowledge/write"] = "/console/knowledge/write?from=1",
        ["/console/learning"] = "/console/learning",
        ["/console/learning/examples"] = "/console/learning/examples",
        ["/console/messages"] = "/console/messages",
        ["/console/messages/{seq:long}"] = "/console/messages/{doubt}",
        ["/console/messages/{seq:long}/correct"] = "/console/messages/{doubt}/correct",
        ["/console/mine"] = "/console/mine",
        ["/console/mine/walk"] = "/console/mine/walk",
        ["/console/model"] = "/console/model",
        ["/console/more"] = "/console/more",
        ["/console/new"] = "/console/new",
        ["/console/notices"] = "/console/notices",
        ["/console/notices/new"] = "/console/notices/new",
        ["/console/notices/runs/{run:long}"] = "/console/notices/runs/1",
        ["/console/notices/{number:int}"] = "/console/notices/1",
        ["/console/notices/{number:int}/edit"] = "/console/notices/1/edit",
        ["/console/people"] = "/console/people",
        ["/console/people/edit"] = "/console/people/edit?person=%E9%99%88%E5%BB%BA%E5%9B%BD",
        ["/console/phrases"] = "/console/phrases",
        ["/console/questions"] = "/console/questions",
        ["/console/questions/{number:int}"] = "/console/questions/1",
        ["/console/records"] = "/console/records",
        ["/console/records/{id:int}"] = "/console/records/1",
        ["/console/review"] = "/console/review",
        ["/console/said"] = "/console/said",
        ["/console/setup"] = "/console/setup",
        ["/console/setup/test"] = "/console/setup/test",
        ["/console/setup/{table}"] = "/console/setup/grids",
        ["/console/silence"] = "/console/silence",
        ["/console/tickets"] = "/console/tickets?state=all",
        ["/console/tickets/import"] = "/console/tickets/import",
        ["/console/tickets/{number:int}"] = "/console/tickets/3",
        ["/console/tickets/{number:int}/correct"] = "/console/tickets/3/correct",
        ["/console/tickets/{number:int}/split"] = "/console/tickets/1/split",
        ["/playground"] = "/playground",
        ["/playground/decisions/{seq:long}"] = "/playground/decisions/{doubt}",
    };

    /// <summary>Other states of pages that look quite different.</summary>
    public static readonly string[] More = [.. Enumerable.Range(1, 9).Where(number => number != 3).Select(number => $"/console/tickets/{number}")];
}
