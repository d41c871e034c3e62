using System.Globalization;
using Bot.Tickets;

namespace Bot.Open311;

/// <summary>What another system files, as it was sent.</summary>
/// <param name="Where">In its own words; null when only coordinates were sent, which stand in <paramref name="Text"/>.</param>
/// <param name="Who">The reporter's name; null when none was sent.</param>
internal sealed record Filing(Service Service, string Text, string? Where, string? Who, string? Phone)
{
    public const int LongestText = 2000;
    private const int LongestName = 40;
    private const int LongestPhone = 30;
    private const int LongestAddress = 500;

    /// <returns>What is filed, or why nothing can be.</returns>
    public static (Filing? Filing, Failure? Failure) Read(Func<string, string?> field)
    {
        string? Of(string name) => Plain(field(name)) is { Length: > 0 } text ? text : null;
        if (Of("service_code") is not { } code) { return Fail("缺少 service_code"); }
        if (Service.Find(code) is not { } service) { return Fail("没有这个 service_code"); }
        if (!Coordinates(Of("lat"), Of("long"), out string? spot)) { return Fail("lat 和 long 要一起写，是 WGS84 的度数"); }
        string? where = Of("address_string") ?? Of("address_id");
        if (where is null && spot is null) { return Fail("要写地点：address_string、address_id 或者 lat 和 long"); }
        if (where?.Length > TicketCorrection.PlaceLength) { return Fail($"address_string 请写在 {TicketCorrection.PlaceLength} 字以内"); }
        if (Of("description")?.Length > LongestText) { return Fail($"description 请写在 {LongestText} 字以内"); }
        string? who = Name(Of("last_name"), Of("first_name")), phone = Of("phone"), media = Of("media_url");
        if (who?.Length > LongestName || phone?.Length > LongestPhone) { return Fail("姓名或者电话太长"); }
        if (media is not null && !IsAddress(media)) { return Fail("media_url 须是 http:// 或 https:// 开头的网址"); }
        string text = string.Join('\n', new[] { Of("description") ?? ListedService.Of(service).ServiceName, spot, media is null ? null : $"附图：{media}" }.OfType<string>());
        return (new Filing(service, text, where, who, phone), null);
    }

    private static (Filing?, Failure?) Fail(string description) => (null, Failure.Bad(description));

    private static string? Plain(string? text) => text is null ? null : string.Concat(text.Where(sign => sign == '\n' || !char.IsControl(sign))).Trim();

    private static bool Coordinates(string? north, string? east, out string? spot)
    {
        spot = null;
        if (north is null && east is null) { return true; }
        if (!Degrees(north, 90, out double latitude) || !Degrees(east, 180, out double longitude)) { return false; }
        spot = string.Create(CultureInfo.InvariantCulture, $"坐标：北纬{latitude:0.######}，东经{longitude:0.######}");
        return true;
    }

    private static bool Degrees(string? text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;

    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";

    // 王 + 小明, Ann + Lee
    private static string? Name(string? last, string? first) => (last, first) switch
    {
        (null, _) => first,
        (_, null) => last,
        _ when char.IsAscii(last[0]) => $"{first} {last}",
        _ => last + first,
    };
}
