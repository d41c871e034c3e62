using Bot.Channels.ChatRecord.Reading;

namespace Bot.Channels.ChatRecord;

/// <summary>Words as they are compared: without white space and without what they quote.</summary>
internal static class Bare
{
    public static string Of(string text) => string.Concat(Quotes.Split(text).Text.Where(letter => !PlainForm.IsBlank(letter)));
}
