using System.Text.RegularExpressions;

namespace Bot.Ai.Masking;

/// <summary>Numbers and addresses that lead to a person; expects folded text.</summary>
internal static partial class NumberMasks
{
    public static string Apply(string text)
    {
        string masked = Link().Replace(text, "〔网址〕");
        masked = Email().Replace(masked, "〔邮箱〕");
        masked = Account().Replace(masked, "$1〔号码〕");
        masked = Identity().Replace(masked, "〔证件号〕");
        masked = Plate().Replace(masked, "〔车牌〕");
        masked = Mobile().Replace(masked, "〔电话〕");
        masked = Card().Replace(masked, "〔号码〕");
        masked = Landline().Replace(masked, "〔电话〕");
        masked = Long().Replace(masked, "〔号码〕");
        return Plain().Replace(masked, "〔号码〕");
    }

    // 138 1234 5678, 138-1234-5678, 幺三八…, 1三8…: whatever stands for a digit, with small gaps
    private const string Digit = "[0-9零〇○Oo一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两]";
    private const string Gap = @"[\s\-‐‑–—.·・•_,，、/*~()（）]{0,3}";

    [GeneratedRegex(@"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+|[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.(?:com|cn|net|org|top|xyz|vip|cc|info|shop|site)\b[A-Za-z0-9\-._~:/?#@!$&*+,;=%]*", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]+\s?@\s?[A-Za-z0-9\-]+(?:\s?\.\s?[A-Za-z0-9\-]+)+")]
    private static partial Regex Email();

    // 微信号：abc_123, 加我V：abc123, QQ 12345678, wxid_…
    [GeneratedRegex(@"(?<![A-Za-z])wxid_[A-Za-z0-9]+|((?:微信|威信|薇信|[Ww]e[Cc]hat|[Vv][Xx]|[Ww][Xx]|[Vv]信|加我?[Vv]|[Qq]{2}|抖音|钉钉|飞书|支付宝|账号|帐号)(?:号|号码|id|ID|群)?(?:是|为|就是)?[\s:：=]*)[A-Za-z0-9][A-Za-z0-9_\-]{4,30}")]
    private static partial Regex Account();

    [GeneratedRegex($"(?<![0-9])[1-9](?:{Gap}[0-9]){{16}}{Gap}[0-9Xx](?![0-9])|(?<![0-9])[1-9][0-9]{{14}}(?![0-9])")]
    private static partial Regex Identity();

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][\s]?[A-Za-z][\s·•・\-.]{0,2}[A-HJ-NP-Za-hj-np-z0-9](?:[\s]?[A-HJ-NP-Za-hj-np-z0-9]){3,4}[\s]?[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])")]
    private static partial Regex Plate();

    [GeneratedRegex($"(?<!{Digit})(?:\\+?86{Gap})?[1一幺壹]{Gap}[3-9三四五六七八九叁肆伍陆柒捌玖](?:{Gap}{Digit}){{9}}(?!{Digit})")]
    private static partial Regex Mobile();

    [GeneratedRegex($@"(?<![0-9])[(（]?0[1-9][0-9]{{1,2}}[)）]?[\s\-‐‑–—]{{0,2}}[2-8](?:[\s\-‐‑–—]?[0-9]){{6,7}}(?![0-9])|(?<![0-9])[48]00(?:[\s\-‐‑–—]?[0-9]){{7}}(?![0-9])")]
    private static partial Regex Landline();

    private const string Date = @"(?!20[0-9]{2}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}(?![0-9]))";

    [GeneratedRegex($@"(?<![0-9]){Date}[0-9](?:[\s\-]{{0,2}}[0-9]){{12,18}}(?![0-9])")]
    private static partial Regex Card();

    // everything long, however it is cut up
    [GeneratedRegex($"(?<!{Digit}){Date}{Digit}(?:{Gap}{Digit}){{9,}}")]
    private static partial Regex Long();

    [GeneratedRegex($"{Digit}{{7,}}")]
    private static partial Regex Plain();
}
