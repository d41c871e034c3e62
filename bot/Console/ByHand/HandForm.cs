using System.Text.RegularExpressions;

namespace Bot.Console.ByHand;

/// <summary>＋代记 as sent; names are those of its fields.</summary>
/// <param name="Key">Drawn when the form was shown: a post that comes twice is written once.</param>
/// <param name="Into">Number of the ticket it belongs to, when one that is open was chosen.</param>
/// <param name="Fresh">Whether the open ones that look alike were seen and are another matter.</param>
/// <param name="Stored">Name of the photo that an earlier post of this form brought.</param>
public sealed partial record HandForm(
    string? Key, string? How, string? What, string? Where, string? Who, string? Group, bool? Tell, int? Into, bool? Fresh, string? Stored)
{
    public const int WhatLength = 300;
    public const int WhereLength = 60;
    public const int WhoLength = 40;

    public static HandForm New(string? group) => new(Guid.NewGuid().ToString("N"), Bot.Tickets.ByHand.Phone, null, null, null, group, false, null, false, null);

    /// <summary>Taken field by field: whatever a browser sends, the person gets back what was typed.</summary>
    public static HandForm Of(IFormCollection sent) => new(
        sent["key"], sent["how"], sent["what"], sent["where"], sent["who"], sent["group"], sent["tell"] == "true",
        int.TryParse(sent["into"], out int into) ? into : null, sent["fresh"] == "true", sent["stored"]);

    /// <summary>The number in "王阿姨 13812345678"; null without one.</summary>
    public string? Phone => Number().Match(Who ?? "") is { Success: true } match ? match.Value : null;

    /// <summary>The name beside the number; null without one.</summary>
    public string? Name => Number().Replace(Who ?? "", "").Trim(' ', '，', ',', '：', ':', '　', '、') is { Length: > 0 } name ? name : null;

    public bool IsKeyed => Guid.TryParseExact(Key, "N", out _);

    [GeneratedRegex(@"(?:\+?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]){8}|0[0-9]{2,3}[ -]?[0-9]{7,8}|(?<![0-9-])[2-8][0-9]{6,7}(?![0-9-])")]
    private static partial Regex Number();
}
