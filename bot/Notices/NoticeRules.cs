using Bot.Grids;
using Bot.Messaging;

namespace Bot.Notices;

/// <summary>Which notices there cannot be. Pure; every line says what is wrong and what to do.</summary>
public static class NoticeRules
{
    /// <summary>The longest a missed notice may wait.</summary>
    public const int LongestLate = 24 * 60;

    // Enough to see every hour and weekday a plan can hold
    private const int LookedAt = 200;
    private static readonly TimeSpan ShortestGap = TimeSpan.FromHours(1);

    public static IReadOnlyList<string> Errors(NoticeDraft draft, CommunityDirectory directory, CommunityClock clock, DateTimeOffset now)
    {
        string said = NoticeWords.Say(draft.Title, draft.Text, directory.Community);
        return
        [
            .. draft.Title.Length == 0 ? ["请写上标题，如：停水"] : Array.Empty<string>(),
            .. SafeWords.Length(draft.Title) > NoticeWords.LongestTitle ? [$"标题最多{NoticeWords.LongestTitle}字"] : Array.Empty<string>(),
            .. draft.Title.AsSpan().IndexOfAny("【】") >= 0 ? ["标题里不用写【】，发的时候会加上"] : Array.Empty<string>(),
            .. draft.Text.Length == 0 ? ["请写上内容"] : Array.Empty<string>(),
            .. NoticeWords.Refuse(said) is { } words ? [words] : Array.Empty<string>(),
            .. draft.Groups.Except(directory.Groups.Keys).Select(group => $"没有“{group}”这个群，可能刚改过名册，请重新勾选"),
            .. draft.LateMinutes is < 0 or > LongestLate ? [$"补发时限是0到{LongestLate}分钟"] : Array.Empty<string>(),
            .. PlanErrors(draft, clock, now),
        ];
    }

    /// <summary>What is wrong with the planned times.</summary>
    public static IEnumerable<string> PlanErrors(NoticeDraft draft, CommunityClock clock, DateTimeOffset now)
    {
        if (draft.Cron is { } cron && CronForm.Refuse(cron) is { } refusal) { return [$"时间没看懂：{refusal}"]; }
        IReadOnlyList<DateTimeOffset> next = NoticePlan.Of(draft.OnceAt, draft.Cron, clock).Next(now, LookedAt);
        if (next.Count == 0)
        {
            return draft.OnceAt is { } once ? [$"{At(once, clock)}已经过了，请改个时间"]
                : draft.Cron is not null ? ["按这个时间，以后一次也不会发，请改一改"] : [];
        }
        List<string> errors = [];
        if (next.Zip(next.Skip(1)).Any(pair => pair.Second - pair.First < ShortestGap)) { errors.Add("发得太密：两次之间至少隔一小时"); }
        if (!draft.AtNight && next.Where(at => NightHours.IsNight(clock.Local(at))).Take(1).ToArray() is [var night])
        {
            errors.Add($"{At(night, clock)}是夜里（{NightHours.Said}），机器人不主动说话。请改时间，或者勾上“夜里也要发”");
        }
        return errors;
    }

    private static string At(DateTimeOffset at, CommunityClock clock) => $"{clock.Local(at):M月d日 HH:mm}";
}
