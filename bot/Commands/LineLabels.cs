using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bot.Triage.Classifier;

namespace Bot.Commands;

/// <summary>The labels of the lines of a file: those given in it, and those a model gives them.</summary>
internal sealed class LineLabels
{
    /// <summary>Stands for the label of a line without one.</summary>
    public const int Blank = -1;

    /// <inheritdoc cref="Blank"/>
    public const int Garbled = -2;

    private const int LinesAtOnce = 128;
    private const int LongestNumber = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly LabelModel _model;
    private readonly Utf8Lines _lines;
    private readonly byte[][] _names;

    public LineLabels(LabelModel model, Utf8Lines lines)
    {
        _model = model;
        _lines = lines;
        _names = new byte[model.Labels.Count][];
        for (int label = 0; label < _names.Length; label++)
        {
            _names[label] = Encoding.UTF8.GetBytes(model.Labels[label]);
        }
        Labels = new int[lines.Count];
        Given = ReadGiven();
    }

    /// <summary>Null unless every line begins with a label of the model and a TAB.</summary>
    public int[]? Given { get; }

    /// <summary>Of each line, once answered.</summary>
    public int[] Labels { get; }

    /// <summary>Lines of label and confidence, in parts. Line n belongs to line n of the input; it is empty where nothing could be said.</summary>
    public byte[][] Answer()
    {
        byte[][] parts = new byte[(_lines.Count + LinesAtOnce - 1) / LinesAtOnce][];
        using ProgressBar bar = new("classifying", Patience);
        int done = 0;
        Cores.Share(parts.Length, part =>
        {
            parts[part] = Answer(part * LinesAtOnce, Math.Min(_lines.Count, (part + 1) * LinesAtOnce));
            bar.Report((double)Interlocked.Increment(ref done) / parts.Length);
        });
        return parts;
    }

    private byte[] Answer(int start, int end)
    {
        char[] text = LineBuffers.Text(_lines.LongestLine);
        byte[] answers = LineBuffers.Answers((end - start) * (LongestName() + LongestNumber));
        int length = 0;
        for (int line = start; line < end; line++)
        {
            int label = Label(line, text, out float confidence);
            Labels[line] = label;
            if (label >= 0)
            {
                length += Write(label, confidence, answers.AsSpan(length));
            }
            answers[length++] = (byte)'\n';
        }
        return answers.AsSpan(0, length).ToArray();
    }

    private int Label(int line, char[] buffer, out float confidence)
    {
        confidence = 0;
        int length = _lines.Decode(line, buffer);
        ReadOnlySpan<char> text = buffer.AsSpan(0, Math.Max(0, length));
        return length < 0 ? Garbled
            : text.IsWhiteSpace() ? Blank
            : _model.Classify(Given is null ? text : text[(text.IndexOf('\t') + 1)..], out confidence);
    }

    private int Write(int label, float confidence, Span<byte> answer)
    {
        byte[] name = _names[label];
        name.CopyTo(answer);
        answer[name.Length] = (byte)'\t';
        confidence.TryFormat(answer[(name.Length + 1)..], out int digits, "F4", CultureInfo.InvariantCulture);
        return name.Length + 1 + digits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[]? ReadGiven()
    {
        int[] given = new int[_lines.Count];
        for (int line = 0; line < given.Length; line++)
        {
            ReadOnlySpan<byte> bytes = _lines[line];
            int tab = bytes.IndexOf((byte)'\t');
            int label = tab < 0 ? -1 : LabelOf(bytes[..tab]);
            if (label < 0) { return null; }
            given[line] = label;
        }
        return given;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int LabelOf(ReadOnlySpan<byte> name)
    {
        while (name is [(byte)' ', ..]) { name = name[1..]; }
        while (name is [.., (byte)' ']) { name = name[..^1]; }
        int label = _names.Length - 1;
        while (label >= 0 && !name.SequenceEqual(_names[label])) { label--; }
        return label;
    }

    private int LongestName()
    {
        int longest = 0;
        foreach (byte[] name in _names) { longest = Math.Max(longest, name.Length); }
        return longest;
    }
}
