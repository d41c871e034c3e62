using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>House numbers of a named street: 永福弄9号, 柳絮胡同23号院.</summary>
internal static class Street
{
    private const string NotInNames = "放在住是到去的喺系係勒辣和跟同与那这从往给上就搁离送咱我俺们对靠近沿见有把被让说向，,。!?:;、 \"“（()";
    private const int LongestName = 3;

    public static BuildingMatch? Read(string text, Match match, int end)
    {
        int start = match.Index;
        while (start > 0 && match.Index - start < LongestName && IsName(text[start - 1]))
        {
            start--;
        }
        string name = text[start..match.Index];
        bool ordinaryWord = name.Length == 0 || (match.Groups["street"].Value is "里" && name[^1] is '屋' or '家' or '群' or '城' or '院' or '区' or '栋' or '楼' or '库' or '梯');
        if (ordinaryWord || match.Groups["street"].Value is "道" or "路" or "桥" && name is "知" or "通" or "楼" or "马" or "小" or "一")
        {
            return null;
        }
        return new($"{name}{match.Groups["street"].Value}{match.Groups["number"].Value}{match.Groups["yard"].Value}", start, end);
    }

    private static bool IsName(char c) => c is >= '一' and <= '鿿' && !NotInNames.Contains(c);
}
