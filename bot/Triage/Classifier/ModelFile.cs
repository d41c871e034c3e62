using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Triage.Classifier;

/// <summary>
/// Reads and writes model files: magic, format, sort, checksum of the body, then the body. Little endian.
/// What cannot be used is refused with an <see cref="InvalidDataException"/> whose message is one line for people.
/// </summary>
internal static class ModelFile
{
    private const ushort Format = 2;
    private static readonly byte[] Magic = "GRIDBOT\u001A"u8.ToArray();
    private static readonly int HeaderLength = Magic.Length + 3 + Checksum.Size;

    public static void Write(string path, ModelSort sort, Action<BinaryWriter> content)
    {
        using MemoryStream body = new();
        using (BinaryWriter writer = new(body, Encoding.UTF8, leaveOpen: true))
        {
            content(writer);
        }
        ReadOnlySpan<byte> bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (FileStream file = File.Create(temporary))
        {
            file.Write(Magic);
            file.Write([(byte)Format, (byte)(Format >> 8), (byte)sort]);
            file.Write(Checksum.Of(bytes));
            file.Write(bytes);
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <returns>The body of a whole file of that sort.</returns>
    public static BinaryReader Open(string path, ModelSort expected)
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
        return new BinaryReader(new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength), Encoding.UTF8);
    }

    /// <summary>Numbers with their count before them.</summary>
    public static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values) where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>What <see cref="Write{T}"/> wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T[] Read<T>(BinaryReader reader) where T : unmanaged
    {
        T[] values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
