using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

internal static class Names
{
    private const string Quotes = "\"'“”‘’＂＇";
    private const int Longest = 40;

    // how an office's chat marks people who write from WeChat
    private const string Outside = "@微信";

    private static readonly SearchValues<char> Sentence = SearchValues.Create("，。！？；…");

    private static readonly SearchValues<string> Titles = SearchValues.Create(
        ["通知", "提示", "提醒", "公告", "注意", "时间", "地点", "地址", "电话", "要求", "如下", "原因", "方式", "对象", "材料", "范围", "备注", "说明", "接龙", "例"],
        StringComparison.Ordinal);

    /// <summary>The nickname at that place of the line; null when nobody is called so.</summary>
    public static string? Read(string line, Group found)
    {
        string name = PlainForm.Trim(PlainForm.Trim(line.Substring(found.Index, found.Length)).Trim(Quotes.ToCharArray()));
        if (name.Length > Outside.Length && name.EndsWith(Outside, StringComparison.Ordinal)) { name = PlainForm.Trim(name[..^Outside.Length]); }
        return name.Length is > 0 and <= Longest && !name.AsSpan().ContainsAny(Sentence) ? name : null;
    }

    /// <summary>"温馨提示：" begins a list and not what somebody said.</summary>
    public static bool IsTitle(string name) => name.AsSpan().ContainsAny(Titles);
}
