using Bot.Messaging;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Bot.Hosting.Logging;

/// <summary>
/// Masks the whole rendered line, so that neither a property, a template nor an exception lets a number through,
/// and keeps a message on one line, so that no text can forge another.
/// </summary>
internal sealed class MaskingFormatter : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _line = new("[{Level:u3}] {SourceContext} {Message:lj}");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using StringWriter line = new();
        _line.Format(logEvent, line);
        // apart from the text to mask: a stamp reads like a spaced number
        output.Write(logEvent.Timestamp.ToString("yyyy-MM-dd HH:mm:ss.fff zzz "));
        output.WriteLine(PersonalNumbers.Mask(line.ToString()).ReplaceLineEndings("⏎"));
        if (logEvent.Exception is { } exception)
        {
            output.WriteLine(PersonalNumbers.Mask(exception.ToString()));
        }
    }
}
