namespace Bot.Commands;

/// <summary>Room for one thread's lines, kept from one part of a file to the next.</summary>
internal static class LineBuffers
{
    [ThreadStatic]
    private static char[]? _text;

    [ThreadStatic]
    private static byte[]? _answers;

    public static char[] Text(int length) => _text is { } text && text.Length >= length ? text : _text = new char[length];

    public static byte[] Answers(int length) => _answers is { } answers && answers.Length >= length ? answers : _answers = new byte[length];
}
