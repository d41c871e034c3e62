using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Grids.Holidays;

/// <summary>Reads the yearly notice in its own words, as a person pastes it: "元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"</summary>
public static partial class HolidayNotice
{
    /// <summary>Longest text that is read.</summary>
    public const int MaxLength = 20_000;

    private static readonly string[] Names = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"];

    /// <summary>The year; null with what is wrong and how to mend it.</summary>
    public static HolidayYear? Read(int year, string text, out IReadOnlyList<string> errors)
    {
        NoticeReading reading = new(year);
        string plain = DirectoryRules.HalfWidth(text);
        if (Title().Match(plain) is { Success: true } title && title.Groups[1].Value != year.ToString(CultureInfo.InvariantCulture))
        {
            reading.Errors.Add($"贴的是{title.Groups[1].Value}年的通知，这里要{year}年的");
        }
        else
        {
            foreach (string clause in Clauses().Split(plain)) { ReadClause(reading, clause); }
            string[] missing = [.. Names.Where(name => !reading.Free.Values.Any(found => found.Contains(name, StringComparison.Ordinal)))];
            if (reading.Errors.Count == 0 && missing.Length > 0)
            {
                reading.Errors.Add(missing.Length == Names.Length
                    ? "没有认出放假的日子，请把通知里“一、元旦：1月1日……”那几行整段贴进来"
                    : $"没有认出这几个节：{string.Join("、", missing)}，请把几行都贴进来");
            }
        }
        errors = reading.Errors;
        return errors.Count > 0 ? null : new HolidayYear(year, reading.Free, reading.Worked, text.Trim());
    }

    private static void ReadClause(NoticeReading reading, string clause)
    {
        int colon = clause.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) { return; }
        string name = clause[..colon].Trim();
        if (!Names.Any(known => name.Contains(known, StringComparison.Ordinal))) { return; }
        foreach (string sentence in clause[(colon + 1)..].Split('。', ';'))
        {
            if (sentence.Contains("上班", StringComparison.Ordinal))
            {
                reading.Worked.UnionWith(reading.Days(name, sentence));
            }
            else if (sentence.Contains("放假", StringComparison.Ordinal) || sentence.Contains("补休", StringComparison.Ordinal))
            {
                ReadFree(reading, name, sentence);
            }
        }
    }

    private static void ReadFree(NoticeReading reading, string name, string sentence)
    {
        IReadOnlyList<DateOnly> days = reading.Days(name, sentence);
        foreach (DateOnly day in days) { reading.Free[day] = name; }
        if (Count().Match(sentence) is { Success: true } count
            && int.Parse(count.Groups[1].Value, CultureInfo.InvariantCulture) is var said && said != days.Count && days.Count > 0)
        {
            reading.Errors.Add($"{name}：写着共{said}天，数出来是{days.Count}天");
        }
    }

    [GeneratedRegex("(20[0-9]{2})年部分节假日")]
    private static partial Regex Title();

    [GeneratedRegex(@"\r?\n|(?=[一二三四五六七八九]、(?:元旦|春节|清明|劳动|端午|中秋|国庆))|^[一二三四五六七八九]、|(?<=\n)[一二三四五六七八九]、")]
    private static partial Regex Clauses();

    [GeneratedRegex("共([0-9]{1,2})天")]
    private static partial Regex Count();
}
