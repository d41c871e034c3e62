using System.CommandLine;
using Bot.Triage.Classifier;

namespace Bot.Commands;

/// <summary><c>bot classify</c>: labels each line of a file with a trained model.</summary>
internal static class ClassifyCommand
{
    public static Command Create()
    {
        Option<string> model = new("--model") { Description = "Model file written by 'bot train --input'.", HelpName = "F", Required = true };
        Option<string> input = new("--input") { Description = "Lines of text, or of label<TAB>text, UTF-8.", HelpName = "X.tsv", Required = true };
        Option<string> output = new("--output") { Description = "File for the label<TAB>confidence lines; stdout without it.", HelpName = "Y.tsv" };
        Command command = new("classify", "Labels each line of a file. When every line begins with a label of the model and a TAB, prints accuracy and macro-F1 on stderr.")
        {
            model, input, output,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(model), parsed.GetRequiredValue(input), parsed.GetValue(output)));
        return command;
    }

    private static int Run(string modelPath, string input, string? output)
    {
        if (!File.Exists(modelPath))
        {
            throw new CommandException(ExitCodes.BadInput, $"{modelPath}: no such model file; train one with 'bot train --input T.tsv --model {modelPath}'");
        }
        LabelModel model = LabelModel.Load(modelPath);
        List<string> lines = InputLines.Read(input);
        using OutputFile results = new(output);
        HashSet<string> labels = [.. model.Labels];
        bool labelled = lines.Count > 0 && lines.TrueForAll(l => LabelOf(l) is { } label && labels.Contains(label));
        SkippedLines skipped = new(input);
        List<string> predicted = Classify(model, lines, labelled, results, skipped);
        if (skipped.Count == lines.Count && lines.Count > 0)
        {
            throw new CommandException(ExitCodes.BadInput, $"{input}: no usable line; expected text in UTF-8");
        }
        results.Complete();
        if (labelled)
        {
            System.Console.Error.WriteLine(LabelScores.Of([.. lines.Select(l => LabelOf(l)!)], predicted));
        }
        return skipped.ExitCode;
    }

    /// <summary>Line n of the output belongs to line n of the input; it is empty where nothing could be said.</summary>
    private static List<string> Classify(LabelModel model, List<string> lines, bool labelled, OutputFile results, SkippedLines skipped)
    {
        (string Label, float Confidence)[] answers = new (string, float)[lines.Count];
        using ProgressBar bar = new("classifying");
        int done = 0;
        Parallel.For(0, lines.Count, i =>
        {
            ReadOnlySpan<char> text = labelled ? lines[i].AsSpan(lines[i].IndexOf('\t') + 1) : lines[i];
            answers[i] = Problem(lines[i]) is null ? model.Classify(text) : default;
            bar.Report((double)Interlocked.Increment(ref done) / lines.Count);
        });
        for (int i = 0; i < lines.Count; i++)
        {
            if (Problem(lines[i]) is { } problem)
            {
                skipped.Add(i + 1, problem);
            }
            results.WriteLine(answers[i].Label is { } label ? $"{label}\t{answers[i].Confidence:F4}" : "");
        }
        skipped.Summarise();
        return [.. answers.Select(a => a.Label ?? "")];
    }

    private static string? Problem(string line) =>
        string.IsNullOrWhiteSpace(line) ? "blank line"
        : line.Contains(InputLines.Undecodable) ? "not valid UTF-8"
        : null;

    private static string? LabelOf(string line) => line.IndexOf('\t') is var tab and >= 0 ? line[..tab].Trim() : null;
}
