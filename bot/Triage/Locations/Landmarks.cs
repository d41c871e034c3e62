using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

internal readonly record struct LandmarkMatch(string Name, string? Floor, int Start, int End);

/// <summary>Places that need no building: 凉亭, 东门口, 地下车库B区, 快递柜, 河边.</summary>
internal static partial class Landmarks
{
    /// <summary>Things that stand inside a greater place: 儿童乐园's 滑梯.</summary>
    private static readonly string[] Small = ["滑梯", "秋千", "花坛", "花池", "草坪", "绿化带", "乒乓球台", "斑马线"];

    /// <summary>The first landmark; a small thing only where no greater place is named.</summary>
    public static LandmarkMatch? First(string text)
    {
        LandmarkMatch? small = null;
        for (LandmarkMatch? found = Next(text, 0); found is { } landmark; found = Next(text, landmark.End))
        {
            if (!Small.Contains(landmark.Name))
            {
                return landmark;
            }
            small ??= landmark;
        }
        return small;
    }

    public static LandmarkMatch? At(string text, int position) =>
        Next(text, position) is { } found && found.Start == position ? found : null;

    private static LandmarkMatch? Next(string text, int from)
    {
        LandmarkMatch? first = LandmarkWords.Next(text, from) is { } word ? WithTail(text, word.Start, word.Word) : null;
        first = Earlier(first, text.AsSpan(from).Contains('门') ? Named(text, Gate().Match(text, from)) : null);
        first = Earlier(first, text.AsSpan(from).ContainsAny("巷街弄") || text.IndexOf("楼顶", from, StringComparison.Ordinal) >= 0 ? Named(text, Ends().Match(text, from)) : null);
        return text.AsSpan(from).ContainsAny("库区负Bb") || text.IndexOf("地下", from, StringComparison.Ordinal) >= 0 ? Earlier(Garages.Next(text, from), first) : first;
    }

    private static LandmarkMatch? Earlier(LandmarkMatch? a, LandmarkMatch? b) =>
        a is null || (b is not null && b.Value.Start < a.Value.Start) ? b : a;

    private static LandmarkMatch? Named(string text, Match match) =>
        match.Success ? WithTail(text, match.Index, match.Value) : null;

    private static LandmarkMatch WithTail(string text, int start, string word)
    {
        Match tail = Tail().Match(text, start + word.Length);
        string name = word switch { "取件柜" => "快递柜", _ => word };
        string chain = tail.Groups["chain"].Value.Replace("门前", "门口");
        string? side = tail.Groups["flank"] is { Success: true } flank ? $"{flank.Value}侧" : null;
        return new(name + chain + side, null, start, tail.Index + tail.Length);
    }

    [GeneratedRegex(@"[东西南北][大侧小]?门(?![洞面子牌诊户卫])口?|(?<![开走车家屋院校])[后侧偏]门(?!口?[牌卫])口?|(?<!\d)\d{1,2}号门(?![牌卡])口?")]
    private static partial Regex Gate();

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])[巷街弄][口尾头]|(?<=^|[\s,。在])[\u4e00-\u9fff]{2}[巷街弄][口尾]|(?<=^|[\s,。])楼顶(?![层漏防不])")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\G(?:(?:的|那个)?(?<chain>快递柜|岗亭|保安亭|门卫室|消防通道|超市门口|公厕|门口|门前|对面|入口|出口))?(?:[的嘅]?(?<flank>[后前东西南北])(?:头|面|边|侧|墙)(?!的?人))?")]
    private static partial Regex Tail();
}
