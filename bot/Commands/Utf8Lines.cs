using System.Text;
using System.Text.Unicode;

namespace Bot.Commands;

/// <summary>The lines of a UTF-8 file as they lie in its bytes, decoded only when asked for. Blank ones at the end are left out.</summary>
internal sealed class Utf8Lines
{
    private readonly byte[] _bytes;
    private readonly List<(int Start, int Length)> _lines = [];

    public Utf8Lines(byte[] bytes)
    {
        _bytes = bytes is [0xFF, 0xFE, ..] ? Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.AsSpan(2))) : bytes;
        Split(_bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        char[] buffer = new char[_bytes.Length == 0 ? 0 : _lines.Max(line => line.Length)];
        while (_lines.Count > 0 && Decode(_lines.Count - 1, buffer) is var length and >= 0 && buffer.AsSpan(0, length).IsWhiteSpace())
        {
            _lines.RemoveAt(_lines.Count - 1);
        }
        LongestLine = buffer.Length;
    }

    public int Count => _lines.Count;

    /// <summary>In bytes, and no fewer than its characters.</summary>
    public int LongestLine { get; }

    public ReadOnlySpan<byte> this[int line] => _bytes.AsSpan(_lines[line].Start, _lines[line].Length);

    /// <returns>How many characters; -1 when the line is not valid UTF-8.</returns>
    public int Decode(int line, Span<char> characters) =>
        Utf8.ToUtf16(this[line], characters, out _, out int written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done ? written : -1;

    private void Split(int start)
    {
        while (start < _bytes.Length)
        {
            int length = _bytes.AsSpan(start).IndexOfAny((byte)'\n', (byte)'\r');
            int end = length < 0 ? _bytes.Length : start + length;
            _lines.Add((start, end - start));
            start = end + (_bytes.AsSpan(end).StartsWith("\r\n"u8) ? 2 : 1);
        }
    }
}
