using System.CommandLine;
using System.CommandLine.Parsing;
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
        Option<string> corrections = new("--corrections")
        {
            Description = "With --corpus: labelled messages in the corpus format that count for more, as 机器人学习 exports them.",
            HelpName = "F.tsv",
        };
        Option<string> against = new("--against")
        {
            Description = "With --corpus: the engine in use; the new one is written only if it is no worse on the regression log (else exit 4).",
            HelpName = "OLD",
        };
        Option<string> regression = new("--regression")
        {
            Description = "With --against: folder of labelled conversations to compare on; the built-in one without it.",
            HelpName = "DIR",
        };
        Command command = new("train", "Trains a classifier and prints its accuracy and macro-F1 on stderr (without --validate by cross-validation).")
        {
            input, corpus, model, validate, corrections, against, regression,
        };
        command.Validators.Add(result => Check(result, input, corpus, validate, [corrections, against, regression]));
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(model);
            RequireFolderOf(path);
            return parsed.GetValue(input) is { } file
                ? TrainLabels(file, path, parsed.GetValue(validate))
                : await new EngineTraining(
                    parsed.GetRequiredValue(corpus), path, parsed.GetValue(corrections), parsed.GetValue(against), parsed.GetValue(regression)).RunAsync(cancellationToken);
        });
        return command;
    }

    private static void Check(CommandResult result, Option input, Option corpus, Option validate, Option[] comparing)
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
        else if (lines && comparing.Any(option => result.GetResult(option) is not null))
        {
            result.AddError("--corrections, --against and --regression go with --corpus.");
        }
        else if (result.GetResult(comparing[2]) is not null && result.GetResult(comparing[1]) is null)
        {
            result.AddError("--regression goes with --against.");
        }
    }

    private static int TrainLabels(string input, string path, string? validate)
    {
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
