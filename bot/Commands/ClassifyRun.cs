using System.Text;
using Bot.Triage.Classifier;

namespace Bot.Commands;

/// <summary>One run of <c>bot classify</c>. It may last a tenth of a second, so what would take a part of that to load is left alone.</summary>
internal sealed class ClassifyRun(string modelPath, string input, string? output)
{
    private const string Blank = "blank line";
    private const string Garbled = "not valid UTF-8";

    /// <summary>The run, when the arguments are nothing but its options with their values; null for all that takes a closer look.</summary>
    public static ClassifyRun? Plain(string[] arguments)
    {
        string? model = null;
        string? input = null;
        string? output = null;
        for (int i = 1; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || arguments[i + 1] is "" or ['-' or '@', ..]) { return null; }
            switch (arguments[i])
            {
                case "--model" when model is null: model = arguments[i + 1]; break;
                case "--input" when input is null: input = arguments[i + 1]; break;
                case "--output" when output is null: output = arguments[i + 1]; break;
                default: return null;
            }
        }
        return arguments is ["classify", ..] && model is not null && input is not null ? new ClassifyRun(model, input, output) : null;
    }

    public int Run()
    {
        if (!File.Exists(modelPath))
        {
            throw new CommandException(ExitCodes.BadInput, $"{modelPath}: no such model file; train one with 'bot train --input T.tsv --model {modelPath}'");
        }
        (LabelModel model, Utf8Lines lines) = Read();
        using OutputFile results = new(output);
        LineLabels labels = new(model, lines);
        byte[][] answers = labels.Answer();
        SkippedLines skipped = Skipped(labels.Labels);
        if (skipped.Count == lines.Count && lines.Count > 0)
        {
            throw new CommandException(ExitCodes.BadInput, $"{input}: no usable line; expected text in UTF-8");
        }
        foreach (byte[] part in answers)
        {
            results.Write(part);
        }
        results.Complete();
        if (labels.Given is { Length: > 0 } given)
        {
            Tell(LabelScores.Of(given, labels.Labels, model.Labels.Count));
        }
        return skipped.ExitCode;
    }

    private (LabelModel Model, Utf8Lines Lines) Read()
    {
        LabelModel? model = null;
        Utf8Lines? lines = null;
        Cores.Share(2, part =>
        {
            if (part == 0) { model = LabelModel.Load(modelPath); }
            else { lines = new Utf8Lines(InputLines.ReadBytes(input)); }
        });
        return (model!, lines!);
    }

    /// <summary>The console's own writer takes ten milliseconds to make.</summary>
    private static void Tell(LabelScores scores)
    {
        using Stream error = System.Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes(scores + Environment.NewLine));
    }

    private SkippedLines Skipped(int[] labels)
    {
        SkippedLines skipped = new(input);
        for (int line = 0; line < labels.Length; line++)
        {
            if (labels[line] < 0)
            {
                skipped.Add(line + 1, labels[line] == LineLabels.Garbled ? Garbled : Blank);
            }
        }
        skipped.Summarise();
        return skipped;
    }
}
