using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Bot.Commands;

/// <summary>The lines of a UTF-8 file as they lie in its bytes, decoded only when asked for. Blank ones at the end are left out.</summary>
internal sealed class Utf8Lines
{
    private readonly byte[] _bytes;
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public Utf8Lines(byte[] bytes)
    {
        _bytes = bytes is [0xFF, 0xFE, ..] ? Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.AsSpan(2))) : bytes;
        LongestLine = Split(_bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        Count = _starts.Count;
        char[] buffer = new char[LongestLine];
        while (Count > 0 && Decode(Count - 1, buffer) is var length and >= 0 && buffer.AsSpan(0, length).IsWhiteSpace())
        {
            Count--;
        }
    }

    public int Count { get; }

    /// <summary>In bytes, and no fewer than its characters.</summary>
    public int LongestLine { get; }

    public ReadOnlySpan<byte> this[int line] => _bytes.AsSpan(_starts[line], _ends[line] - _starts[line]);

    /// <returns>How many characters; -1 when the line is not valid UTF-8.</returns>
    public int Decode(int line, Span<char> characters) =>
        Utf8.ToUtf16(this[line], characters, out _, out int written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done ? written : -1;

    /// <returns>The length of the longest line.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Split(int start)
    {
        int longest = 0;
        while (start < _bytes.Length)
        {
            int length = _bytes.AsSpan(start).IndexOfAny((byte)'\n', (byte)'\r');
            int end = length < 0 ? _bytes.Length : start + length;
            _starts.Add(start);
            _ends.Add(end);
            longest = Math.Max(longest, end - start);
            start = end + (_bytes.AsSpan(end) is [(byte)'\r', (byte)'\n', ..] ? 2 : 1);
        }
        return longest;
    }
}
