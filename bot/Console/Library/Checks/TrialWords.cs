using Bot.Answers.Library.Checks;

namespace Bot.Console.Library.Checks;

/// <summary>How outcomes of a run are named.</summary>
internal static class TrialWords
{
    public static string Of(RunKind kind, RunRow row) => (kind, row.Change, row.IsChecked) switch
    {
        (RunKind.Batch or RunKind.One, _, false) => row.Document is null ? "没答上" : "答上了",
        (RunKind.Batch, RunChange.Same, _) => "对",
        (RunKind.Batch, _, _) => "不对",
        (_, RunChange.Better, _) => "变好",
        (_, RunChange.Worse, _) => "变差",
        _ => "不变",
    };

    public static string? Tone(RunRow row) => row.Change switch
    {
        RunChange.Worse => "amber",
        RunChange.Better => "green",
        _ => null,
    };

    /// <summary>"42问：40不变，1变好，1变差".</summary>
    public static string Sum(QuestionRun run) => run.Kind switch
    {
        RunKind.Publish => $"{run.Total}问：{run.Same}不变，{run.Better}变好，{run.Worse}变差",
        RunKind.One => run.Same > 0 ? "答上了" : "没答上",
        _ => $"{run.Total}问：{run.Same}符合，{run.Worse}不符合",
    };
}
