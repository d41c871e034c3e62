using System.Text.RegularExpressions;
using Bot.Messaging;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Bot.Hosting.Logging;

/// <summary>
/// Masks the whole rendered line, so that neither a property, a template nor an exception lets a number through,
/// keeps a message on one line, so that no text can forge another, and lets no text steer the terminal it is read in.
/// </summary>
internal sealed partial class MaskingFormatter : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _line = new("[{Level:u3}] {SourceContext} {Message:lj}");

    private LogEvent? _last;
    private string _written = "";

    public void Format(LogEvent logEvent, TextWriter output)
    {
        // both sinks are written by one thread, one after the other
        if (!ReferenceEquals(_last, logEvent)) { (_last, _written) = (logEvent, Written(logEvent)); }
        output.Write(_written);
    }

    private string Written(LogEvent logEvent)
    {
        using StringWriter output = new();
        using StringWriter line = new();
        _line.Format(logEvent, line);
        // apart from the text to mask: a stamp reads like a spaced number
        output.Write(logEvent.Timestamp.ToString("yyyy-MM-dd HH:mm:ss.fff zzz "));
        output.WriteLine(Safe(line.ToString().ReplaceLineEndings("⏎")));
        if (logEvent.Exception is { } exception)
        {
            output.WriteLine(Safe(exception.ToString().ReplaceLineEndings("\n    ")));
        }
        return output.ToString();
    }

    private static string Safe(string text) =>
        Steering().Replace(SignInToken().Replace(PersonalNumbers.Mask(text), "****"), "�");

    // escape sequences, and marks that turn the direction of what follows
    [GeneratedRegex(@"[\p{Cc}\u202A-\u202E\u2066-\u2069-[\n\t]]")]
    private static partial Regex Steering();

    // the framework names addresses when it is told to log more
    [GeneratedRegex(@"(?<=/signin/)[^\s""']+")]
    private static partial Regex SignInToken();
}
