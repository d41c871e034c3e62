using System.Globalization;
using Bot.Grids;
using Microsoft.Extensions.Primitives;

namespace Bot.Open311;

/// <summary>Which requests are asked for.</summary>
/// <param name="Numbers">These and no others, whatever else is said; null without.</param>
/// <param name="Topics">Null for all.</param>
/// <param name="Status">Null for both.</param>
internal sealed record RequestFilter(
    IReadOnlyList<int>? Numbers, IReadOnlyList<string>? Topics, string? Status, DateTimeOffset From, DateTimeOffset Until, int Page, int PageSize)
{
    public const int Most = 1000;
    public const int MostWithoutKey = 100;
    public const int MostDays = 90;

    private static readonly TimeSpan Span = TimeSpan.FromDays(MostDays);
    private static readonly string[] WithZone = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mmZ"];
    private static readonly string[] WithoutZone = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    /// <returns>The filter, or what is wrong with what was asked.</returns>
    public static (RequestFilter? Filter, Failure? Failure) Read(IQueryCollection query, Client client, CommunityClock clock, DateTimeOffset now)
    {
        int most = client.HasKey ? Most : MostWithoutKey;
        string[] numbers = Words(query["service_request_id"]), codes = Words(query["service_code"]), states = Words(query["status"]);
        int[] asked = [.. numbers.Select(Number).OfType<int>()];
        if (numbers.Length > most) { return Fail($"service_request_id 一次最多 {most} 个"); }
        if (codes.FirstOrDefault(code => Service.Find(code) is null) is not null) { return Fail("没有这个 service_code"); }
        if (states.Any(state => state is not (PublicView.Open or PublicView.Closed))) { return Fail("status 只能是 open 或 closed"); }
        if (Count(query["page"], 1, Most) is not { } page) { return Fail($"page 须是 1 到 {Most}"); }
        if (Count(query["page_size"], most, most) is not { } size) { return Fail($"page_size 须是 1 到 {most}"); }
        if (!Time(query["start_date"], clock, out DateTimeOffset? from) || !Time(query["end_date"], clock, out DateTimeOffset? until)) { return Fail("日期写作 2026-11-22T08:00:00+08:00"); }
        (DateTimeOffset first, DateTimeOffset last) = Range(from, until, now);
        if (last < first || last - first > Span) { return Fail($"start_date 到 end_date 最多 {MostDays} 天"); }
        string? status = states.Distinct().ToArray() is [var only] ? only : null;
        return (new RequestFilter(numbers.Length > 0 ? asked : null, codes.Length > 0 ? [.. codes.Select(code => Service.Find(code)!.Topic)] : null, status, first, last, page, size), null);
    }

    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;

    private static (RequestFilter?, Failure?) Fail(string description) => (null, Failure.Bad(description));

    private static string[] Words(StringValues values) =>
        [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static int? Count(string? text, int otherwise, int most) =>
        string.IsNullOrEmpty(text) ? otherwise : Number(text) is { } number && number <= most ? number : null;

    private static (DateTimeOffset, DateTimeOffset) Range(DateTimeOffset? from, DateTimeOffset? until, DateTimeOffset now) => (from, until) switch
    {
        ({ } first, { } last) => (first, last),
        ({ } first, null) => (first, first + Span),
        (null, { } last) => (last - Span, last),
        _ => (now - Span, now),
    };

    // a plus that nobody escaped arrives as a space
    private static bool Time(string? text, CommunityClock clock, out DateTimeOffset? time)
    {
        time = null;
        string said = (text ?? "").Trim().Replace(' ', '+');
        if (said.Length == 0) { return true; }
        if (DateTimeOffset.TryParseExact(said, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset zoned)) { time = zoned; }
        else if (DateTime.TryParseExact(said, WithoutZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)) { time = clock.Instant(local); }
        return time is { Year: > 1900 and < 9000 };
    }
}
