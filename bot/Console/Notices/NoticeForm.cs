using System.Globalization;
using Bot.Grids;
using Bot.Notices;

namespace Bot.Console.Notices;

/// <summary>The form of a notice as sent; names are those of its fields, and a box that is not ticked is not sent.</summary>
public sealed record NoticeForm
{
    /// <summary>What a new form holds.</summary>
    public static readonly NoticeForm Empty = new() { To = "all", Plan = "once", Time = "09:00", Late = 60 };

    private static readonly string[] Clock = ["H:mm", "HH:mm", "H：mm", "HH:mm:ss"];
    private static readonly string[] Calendar = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];

    /// <summary>One-tap beginnings, by their title.</summary>
    public static IReadOnlyDictionary<string, string> Templates { get; } = new Dictionary<string, string>
    {
        ["停水"] = "__月__日上午9点到下午3点，__号楼。请提前存水",
        ["体检"] = "65岁以上老人免费体检，__月__日上午8点到11点，社区卫生站。空腹，带身份证",
        ["缴费"] = "本季度物业费请在__月__日前缴清，物业中心一楼，也可以扫码",
    };

    public int Version { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }

    /// <summary>all or some.</summary>
    public string? To { get; init; }
    public string[]? Groups { get; init; }

    /// <summary>Groups by name, one a line.</summary>
    public string? Names { get; init; }

    /// <summary>hand, once, daily, weekly, monthly or cron.</summary>
    public string? Plan { get; init; }
    public string? Date { get; init; }
    public string? Time { get; init; }
    public int[]? Days { get; init; }

    /// <summary>Of the month; 0 for the last.</summary>
    public int? Day { get; init; }
    public string? Cron { get; init; }
    public int? Late { get; init; }
    public bool? Night { get; init; }

    internal IReadOnlyList<string> Chosen => [.. Groups ?? [], .. Lines(Names)];

    public static NoticeForm Of(Notice notice, CommunityClock clock)
    {
        CronChoice? choice = notice.Cron is { } cron ? CronForm.Read(cron) : null;
        DateTime? once = notice.OnceAt is { } at ? clock.Local(at) : null;
        string plan = once is not null ? "once" : notice.Cron is null ? "hand" : choice switch
        {
            null => "cron",
            { DayOfMonth: not null } => "monthly",
            { Days.Count: > 0 } => "weekly",
            _ => "daily",
        };
        return new NoticeForm
        {
            Version = notice.Version,
            Title = notice.Title,
            Text = notice.Text,
            To = notice.Groups.Count == 0 ? "all" : "some",
            Groups = [.. notice.Groups],
            Plan = plan,
            Date = once?.ToString("yyyy-MM-dd"),
            Time = once?.ToString("HH:mm") ?? choice?.At.ToString("HH:mm"),
            Days = choice is { Days.Count: > 0 } ? [.. choice.Days.Select(day => (int)day)] : null,
            Day = choice?.DayOfMonth,
            Cron = plan == "cron" ? notice.Cron : null,
            Late = notice.LateMinutes,
            Night = notice.AtNight,
        };
    }

    /// <summary>What was meant, or what could not be read.</summary>
    public (NoticeDraft? Draft, IReadOnlyList<string> Errors) Read(CommunityClock clock)
    {
        List<string> errors = [];
        if (To == "some" && Chosen.Count == 0) { errors.Add("请至少选一个群，或者选“所有的群”"); }
        (DateTimeOffset? once, string? cron) = ReadPlan(clock, errors);
        return errors.Count > 0 ? (null, errors) : (new NoticeDraft(
            NoticeWords.Plain(Title), NoticeWords.Plain(Text), To == "some" ? [.. Chosen.Distinct()] : [], once, cron, Late ?? 0, Night ?? false), []);
    }

    private (DateTimeOffset? Once, string? Cron) ReadPlan(CommunityClock clock, List<string> errors)
    {
        if (Plan == "hand") { return (null, null); }
        if (Plan == "cron") { return (null, string.Join(' ', (Cron ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))); }
        if (!TimeOnly.TryParseExact(Time?.Trim(), Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly at))
        {
            errors.Add("几点没看懂，请写成 9:00 这样");
            return (null, null);
        }
        switch (Plan)
        {
            case "daily":
                return (null, CronForm.Daily(at));
            case "weekly" when Days is { Length: > 0 } && Days.All(day => day is >= 0 and <= 6):
                return (null, CronForm.Weekly(Days.Select(day => (DayOfWeek)day), at));
            case "monthly" when Day is >= CronForm.LastDay and <= CronForm.SafestDay:
                return (null, CronForm.Monthly(Day.Value, at));
            case "once" when DateOnly.TryParseExact(Date?.Trim(), Calendar, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day):
                return (clock.Instant(day.ToDateTime(at)), null);
        }
        errors.Add(Plan switch
        {
            "weekly" => "请勾上每周几发",
            "monthly" => $"请选每月几号发（1到{CronForm.SafestDay}号，或最后一天）",
            "once" => "哪一天没看懂，请写成 2026-11-25 这样",
            _ => "请选什么时候发",
        });
        return (null, null);
    }

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
