using Bot.Grids;
using Bot.Sheets;

namespace Bot.Console.Setup;

public sealed record FillTable(SetupTable Table, SetupForm Form, byte[]? File);

/// <summary>Reads a filled table, says what is wrong with it, and saves it when asked to.</summary>
public sealed class FillTableHandler(CommunityStore community)
{
    private const int LongestName = 60;

    public async Task<SetupStepModel> HandleAsync(FillTable command, CancellationToken cancellationToken)
    {
        (SetupTable table, SetupForm form, byte[]? file) = command;
        CommunityDirectory directory = Named(community.Current, table, form);
        SetupStepModel model = new(table, directory, form.Text ?? "", Community: form.Community);
        if (form.Act == SetupForm.Example) { return Checked(model with { Text = SetupText.Write(table, table.Example) }, fix: false); }
        SheetReading reading = file is null ? SheetReader.ReadText(form.Text ?? "") : SheetReader.Read(file);
        if (reading.Problem is { } problem) { return model with { Problem = problem }; }
        IReadOnlyList<SetupRow> rows = SetupText.Rows(table, reading);
        if (file is not null && rows.Count == 0) { return model with { Problem = $"文件里没有读到“{table.Title}”的行。请对照模板看看。" }; }
        model = Checked(model with { Text = SetupText.Write(table, rows) }, form.Act == SetupForm.Fix);
        return form.Act switch
        {
            SetupForm.Save when file is null && model is { Problem: null, Problems: [] } => await SaveAsync(model, cancellationToken),
            SetupForm.Good when model.Problem is null => await SaveAsync(model, cancellationToken),
            _ => model,
        };
    }

    private static SetupStepModel Checked(SetupStepModel model, bool fix)
    {
        IReadOnlyList<SetupRow> rows = SetupText.Rows(model.Table, SheetReader.ReadText(model.Text));
        SetupResult result = model.Table.Apply(model.Directory, rows);
        if (fix && result.Problems.Any(problem => problem.Fix is not null))
        {
            rows = [.. rows.Select(row => Fixed(row, result.Problems))];
            return Checked(model with { Text = SetupText.Write(model.Table, rows) }, fix: false);
        }
        HashSet<int> wrong = [.. result.Problems.Select(problem => problem.Row)];
        string? unfit = model.Table.Step == 1 && model.Directory.Community is null ? "请写社区的名字。" : null;
        return model with { Preview = [.. rows.Where(row => !wrong.Contains(row.Number))], Problems = result.Problems, Problem = unfit };
    }

    private static SetupRow Fixed(SetupRow row, IReadOnlyList<SetupProblem> problems) =>
        problems.FirstOrDefault(problem => problem.Row == row.Number) is { Fix: { } meant, Column: var column }
            ? row with { Values = [.. row.Values.Select((value, i) => i == column ? meant : value)] }
            : row;

    private async Task<SetupStepModel> SaveAsync(SetupStepModel model, CancellationToken cancellationToken)
    {
        IReadOnlyList<SetupRow> rows = SetupText.Rows(model.Table, SheetReader.ReadText(model.Text));
        string? refusal = await community.ChangeAsync(
            current => model.Table.Apply(current with { Community = model.Directory.Community }, rows).Directory, cancellationToken);
        return refusal is null
            ? model with { Directory = community.Current, Saved = $"{model.Table.Title}存好了，{model.Preview!.Count}行。" }
            : model with { Problem = $"没有保存：{refusal}。" };
    }

    private static CommunityDirectory Named(CommunityDirectory directory, SetupTable table, SetupForm form) =>
        table.Step == 1 && form.Community?.Trim() is { } name
            ? directory with { Community = name.Length is > 0 and <= LongestName ? name : null }
            : directory;
}
