using System.Text.RegularExpressions;

namespace Bot.Ai.Masking;

/// <summary>
/// Takes personal data out of what residents say before it goes to a model: names become roles, numbers what they are.
/// It rather takes out a word too many.
/// </summary>
/// <param name="names">Who is known to speak or to be spoken of, with the role that stands for the name.</param>
public sealed partial class Masker(IEnumerable<KeyValuePair<string, string>> names)
{
    private readonly (string Name, string Role)[] _names = [.. names
        .SelectMany(known => Parts(PlainText.Fold(known.Key)).Select(part => (part, known.Value)))
        .DistinctBy(known => known.part).OrderByDescending(known => known.part.Length)];

    public string Mask(string text)
    {
        string masked = NameMasks.Introduced(NumberMasks.Apply(PlainText.Fold(text)));
        foreach ((string name, string role) in _names)
        {
            masked = masked.Replace(name, role, StringComparison.Ordinal);
        }
        return RoomMasks.Apply(NameMasks.Apply(masked));
    }

    // "12-2-301小陈" is also called 小陈; one letter is no name
    private static IEnumerable<string> Parts(string name)
    {
        string whole = name.Trim();
        if (whole.Length >= 2 && !Bare().IsMatch(whole)) { yield return whole; }
        foreach (Match part in Called().Matches(whole))
        {
            if (part.Value != whole && !Common().IsMatch(part.Value)) { yield return part.Value; }
        }
    }

    [GeneratedRegex(@"^[0-9]{1,2}$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,}|[A-Za-z][A-Za-z0-9_]{2,}")]
    private static partial Regex Called();

    // parts of a nickname that name the place, not the person
    [GeneratedRegex("^(?:号楼|单元|号院|业主|住户|租户|[东西南北]门|[一二三四五六七八九十]+(?:号楼|单元|栋|幢|楼|层|室)|.*(?:苑|园|小区|花园|村|里|路|街|巷)|楼上|楼下|物业|网格员|网格长|社区|居民|电梯|妈妈|爸爸|奶奶|爷爷|阿姨|师傅|老师)$")]
    private static partial Regex Common();
}
