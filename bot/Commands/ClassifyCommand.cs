using System.Buffers;
using System.CommandLine;
using System.Text;
using Bot.Triage.Classifier;

namespace Bot.Commands;

/// <summary><c>bot classify</c>: labels each line of a file with a trained model.</summary>
internal static class ClassifyCommand
{
    private const int LinesAtOnce = 128;
    private const string Blank = "blank line";
    private const string Garbled = "not valid UTF-8";

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
        Utf8Lines lines = new(InputLines.ReadBytes(input));
        using OutputFile results = new(output);
        string[]? given = GivenLabels(lines, model.Labels);
        Answer[] answers = Classify(model, lines, given is not null);
        SkippedLines skipped = Write(answers, results, input);
        if (skipped.Count == lines.Count && lines.Count > 0)
        {
            throw new CommandException(ExitCodes.BadInput, $"{input}: no usable line; expected text in UTF-8");
        }
        results.Complete();
        if (given is { Length: > 0 })
        {
            System.Console.Error.WriteLine(LabelScores.Of(given, [.. answers.Select(answer => answer.Label ?? "")]));
        }
        return skipped.ExitCode;
    }

    /// <summary>Null unless every line begins with a label of the model and a TAB.</summary>
    private static string[]? GivenLabels(Utf8Lines lines, IReadOnlyList<string> labels)
    {
        byte[][] known = [.. labels.Select(Encoding.UTF8.GetBytes)];
        string[] given = new string[lines.Count];
        for (int line = 0; line < given.Length; line++)
        {
            ReadOnlySpan<byte> bytes = lines[line];
            int tab = bytes.IndexOf((byte)'\t');
            ReadOnlySpan<byte> first = tab < 0 ? [] : bytes[..tab].Trim((byte)' ');
            int label = 0;
            while (label < known.Length && !first.SequenceEqual(known[label])) { label++; }
            if (label == known.Length) { return null; }
            given[line] = labels[label];
        }
        return given;
    }

    private static Answer[] Classify(LabelModel model, Utf8Lines lines, bool labelled)
    {
        Answer[] answers = new Answer[lines.Count];
        using ProgressBar bar = new("classifying");
        int done = 0;
        Parallel.For(0, (lines.Count + LinesAtOnce - 1) / LinesAtOnce, part =>
        {
            char[] buffer = ArrayPool<char>.Shared.Rent(lines.LongestLine);
            int end = Math.Min(lines.Count, (part + 1) * LinesAtOnce);
            for (int line = part * LinesAtOnce; line < end; line++)
            {
                answers[line] = Classify(model, buffer.AsSpan(0, Math.Max(0, lines.Decode(line, buffer))), labelled, lines[line].Length > 0);
            }
            ArrayPool<char>.Shared.Return(buffer);
            bar.Report((double)Interlocked.Add(ref done, LinesAtOnce) / lines.Count);
        });
        return answers;
    }

    private static Answer Classify(LabelModel model, ReadOnlySpan<char> line, bool labelled, bool hasBytes)
    {
        if (line.IsWhiteSpace())
        {
            return new Answer(null, 0, line.IsEmpty && hasBytes ? Garbled : Blank);
        }
        (string label, float confidence) = model.Classify(labelled ? line[(line.IndexOf('\t') + 1)..] : line);
        return new Answer(label, confidence, null);
    }

    /// <summary>Line n of the output belongs to line n of the input; it is empty where nothing could be said.</summary>
    private static SkippedLines Write(Answer[] answers, OutputFile results, string input)
    {
        SkippedLines skipped = new(input);
        for (int i = 0; i < answers.Length; i++)
        {
            if (answers[i].Problem is { } problem)
            {
                skipped.Add(i + 1, problem);
            }
            results.WriteLine(answers[i].Label is { } label ? $"{label}\t{answers[i].Confidence:F4}" : "");
        }
        skipped.Summarise();
        return skipped;
    }

    /// <param name="Problem">Why there is no label.</param>
    private readonly record struct Answer(string? Label, float Confidence, string? Problem);
}
