using System.CommandLine;
using Bot.Triage.Classifier;

namespace Bot.Commands;

/// <summary><c>bot train</c>: learns a model from labelled lines, or the triage engine from a corpus.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        Option<string> input = new("--input") { Description = "Labelled lines to learn from: label<TAB>text, UTF-8.", HelpName = "T.tsv" };
        Option<string> corpus = new("--corpus") { Description = "Folder of labelled messages; trains an engine for 'triage' instead.", HelpName = "DIR" };
        Option<string> model = new("--model") { Description = "Model file to write.", HelpName = "F", Required = true };
        Option<string> validate = new("--validate") { Description = "Labelled lines to measure the model on.", HelpName = "V.tsv" };
        Command command = new("train", "Trains a classifier and prints its accuracy and macro-F1 on stderr (without --validate by cross-validation).")
        {
            input, corpus, model, validate,
        };
        command.Validators.Add(result =>
        {
            bool lines = result.GetResult(input) is not null;
            if (lines == result.GetResult(corpus) is not null)
            {
                result.AddError("Give either --input or --corpus.");
            }
            else if (!lines && result.GetResult(validate) is not null)
            {
                result.AddError("--validate goes with --input.");
            }
        });
        command.SetAction(parsed => parsed.GetValue(input) is { } file
            ? TrainLabels(file, parsed.GetRequiredValue(model), parsed.GetValue(validate))
            : TrainEngine(parsed.GetRequiredValue(corpus), parsed.GetRequiredValue(model)));
        return command;
    }

    private static int TrainLabels(string input, string path, string? validate)
    {
        RequireFolderOf(path);
        SkippedLines skipped = new(input);
        List<LabelledText> texts = LabelledLines.Read(input, skipped);
        if (texts.DistinctBy(t => t.Label).Take(2).Count() < 2)
        {
            throw new CommandException(ExitCodes.BadInput, $"{input}: only the label '{texts[0].Label}'; a classifier needs two or more");
        }
        SkippedLines skippedChecks = new(validate ?? "");
        List<LabelledText>? checks = validate is null ? null : LabelledLines.Read(validate, skippedChecks);
        LabelModel model;
        using (ProgressBar bar = new("training"))
        {
            model = LabelModel.Train(texts, bar);
        }
        model.Save(path);
        System.Console.Error.WriteLine(checks is null ? model.CrossValidated : Measure(model, checks));
        return Math.Max(skipped.ExitCode, skippedChecks.ExitCode);
    }

    private static int TrainEngine(string corpus, string path)
    {
        RequireFolderOf(path);
        IReadOnlyList<CorpusRow> rows = Corpus.Read(corpus);
        TriageModel model = TriageModel.Train(rows);
        model.Save(path);
        System.Console.Error.WriteLine(model.CrossValidated);
        return ExitCodes.Success;
    }

    private static LabelScores Measure(LabelModel model, List<LabelledText> checks) =>
        LabelScores.Of([.. checks.Select(c => c.Label)], [.. checks.AsParallel().AsOrdered().Select(c => model.Classify(c.Text).Label)]);

    /// <summary>Before minutes of work, not after them.</summary>
    private static void RequireFolderOf(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        if (!Directory.Exists(folder) || Directory.Exists(path))
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: cannot be written; name a file in an existing folder");
        }
    }
}
