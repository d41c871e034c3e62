using Bot.Messaging;
using Serilog.Events;
using Serilog.Formatting;

namespace Bot.Hosting.Logging;

/// <summary>Masks the whole rendered line, so that neither a property, a template nor an exception lets a number through.</summary>
internal sealed class MaskingFormatter(ITextFormatter inner) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using StringWriter line = new();
        inner.Format(logEvent, line);
        output.Write(Stamp(logEvent));
        output.Write(PersonalNumbers.Mask(line.ToString()));
    }

    // apart from the text to mask: a stamp reads like a spaced number
    private static string Stamp(LogEvent logEvent) => logEvent.Timestamp.ToString("yyyy-MM-dd HH:mm:ss.fff zzz ");
}
