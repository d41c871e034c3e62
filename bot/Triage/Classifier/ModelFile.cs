using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Triage.Classifier;

/// <summary>The content of a model file of either sort.</summary>
internal sealed record ModelContent(
    ModelSort Sort, string Version, IReadOnlyList<IReadOnlyList<string>> Labels, LinearModel Model, Calibration[] Calibrations);

/// <summary>
/// Reads and writes model files: magic, format, sort, checksum of the body, then the body. Little endian.
/// What cannot be used is refused with an <see cref="InvalidDataException"/> whose message is one line for people.
/// </summary>
internal static class ModelFile
{
    private const ushort Format = 2;
    private static readonly byte[] Magic = "GRIDBOT\u001A"u8.ToArray();
    private static readonly int HeaderLength = Magic.Length + 3 + Checksum.Size;

    public static void Write(string path, ModelContent content)
    {
        using MemoryStream body = new();
        using (BinaryWriter writer = new(body, Encoding.UTF8, leaveOpen: true))
        {
            WriteBody(writer, content);
        }
        ReadOnlySpan<byte> bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (FileStream file = File.Create(temporary))
        {
            file.Write(Magic);
            file.Write([(byte)Format, (byte)(Format >> 8), (byte)content.Sort]);
            file.Write(Checksum.Of(bytes));
            file.Write(bytes);
        }
        File.Move(temporary, path, overwrite: true);
    }

    public static ModelContent Read(string path, ModelSort expected)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderLength || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new InvalidDataException($"{path}: not a model file; train one with 'bot train'");
        }
        int format = bytes[Magic.Length] | (bytes[Magic.Length + 1] << 8);
        if (format != Format)
        {
            throw new InvalidDataException($"{path}: model format {format} is not known to this version ({Format}); train the model anew");
        }
        if (bytes[Magic.Length + 2] != (byte)expected)
        {
            throw new InvalidDataException(expected == ModelSort.Triage
                ? $"{path}: a model for 'classify', not a triage engine; train one with 'bot train --corpus DIR --model F'"
                : $"{path}: a triage engine, not a model for 'classify'; train one with 'bot train --input T.tsv --model F'");
        }
        ReadOnlySpan<byte> hash = bytes.AsSpan(HeaderLength - Checksum.Size, Checksum.Size);
        if (!Checksum.Of(bytes.AsSpan(HeaderLength)).AsSpan().SequenceEqual(hash))
        {
            throw new InvalidDataException($"{path}: the model file is damaged; train it anew");
        }
        using BinaryReader reader = new(new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength), Encoding.UTF8);
        return ReadBody(reader, expected);
    }

    private static void WriteBody(BinaryWriter writer, ModelContent content)
    {
        writer.Write(content.Version);
        writer.Write(content.Labels.Count);
        foreach (IReadOnlyList<string> head in content.Labels)
        {
            writer.Write(head.Count);
            foreach (string label in head)
            {
                writer.Write(label);
            }
        }
        foreach (Calibration calibration in content.Calibrations)
        {
            writer.Write(calibration.Slope);
            Write(writer, calibration.Offsets);
        }
        writer.Write(content.Model.Width);
        writer.Write(content.Model.Flat);
        Write(writer, content.Model.Vocabulary.Keys);
        Write(writer, content.Model.Vocabulary.Idf);
        Write<float>(writer, content.Model.Weights);
    }

    private static ModelContent ReadBody(BinaryReader reader, ModelSort sort)
    {
        string version = reader.ReadString();
        string[][] labels = new string[reader.ReadInt32()][];
        for (int head = 0; head < labels.Length; head++)
        {
            labels[head] = new string[reader.ReadInt32()];
            for (int i = 0; i < labels[head].Length; i++)
            {
                labels[head][i] = reader.ReadString();
            }
        }
        Calibration[] calibrations = [.. labels.Select(_ => new Calibration(reader.ReadSingle(), Read<float>(reader)))];
        int width = reader.ReadInt32();
        bool flat = reader.ReadBoolean();
        Vocabulary vocabulary = new(Read<uint>(reader), Read<float>(reader));
        return new ModelContent(sort, version, labels, new LinearModel(vocabulary, Read<float>(reader), width, flat), calibrations);
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values) where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    private static T[] Read<T>(BinaryReader reader) where T : unmanaged
    {
        T[] values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
