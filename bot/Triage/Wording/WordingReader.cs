using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Ai;
using Bot.Messaging;

namespace Bot.Triage.Wording;

/// <summary>
/// Reads a model's answer strictly: every sentence rests on a quote that stands in the passage character by character, says no
/// number that its quote does not say, denies what its quote denies, and uses its words. Pure.
/// </summary>
public static partial class WordingReader
{
    private const int MostSentences = 3;
    private const int ShortestQuote = 4;
    private const double FromQuote = 0.5;
    private const double MostOwn = 0.3;
    private const double MostAsked = 0.2;
    private const string Plain = " ，。、；：！？（）《》“”,;:!?()%-~";
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <param name="text">The model's words.</param>
    /// <param name="passage">What it was shown.</param>
    /// <param name="question">Whose words it may use beside those of the quote.</param>
    /// <param name="room">How many characters the group's line has for it.</param>
    public static (string? Words, ModelOutcome? Rejected) Read(string text, string passage, string question, int room)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(Unwrapped(text), Strict);
            string[]? sentences = Sentences(answer.RootElement, Collapse(passage), question);
            string words = string.Concat(sentences ?? []);
            return words.Length > 0 && SafeWords.Length(words) <= room ? (words, null) : (null, sentences is [] ? ModelOutcome.NoAnswer : ModelOutcome.WrongSchema);
        }
        catch (JsonException)
        {
            return (null, ModelOutcome.NotJson);
        }
    }

    // local models think aloud first and like to fence what they answer
    private static string Unwrapped(string text)
    {
        int thought = text.LastIndexOf("</think>", StringComparison.Ordinal);
        string said = thought < 0 ? text : text[(thought + "</think>".Length)..];
        int open = said.IndexOf('{'), close = said.LastIndexOf('}');
        return open >= 0 && close > open && said[..open].All(IsFrame) ? said[open..(close + 1)] : said;
    }

    private static bool IsFrame(char character) => char.IsWhiteSpace(character) || character == '`' || char.IsAsciiLetter(character);

    /// <summary>Null when one of them is not as it must be.</summary>
    private static string[]? Sentences(JsonElement answer, string passage, string question)
    {
        if (answer.ValueKind != JsonValueKind.Object || answer.EnumerateObject().Count() != 1 || !answer.TryGetProperty("sentences", out JsonElement list)
            || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostSentences)
        {
            return null;
        }
        List<string> sentences = [];
        foreach (JsonElement each in list.EnumerateArray())
        {
            if (Word(each, "text") is not { } said || Word(each, "quote") is not { } quote || !Rests(said, quote, passage, question)) { return null; }
            sentences.Add(said.TrimEnd('。', '.', '；', ';') + "。");
        }
        return [.. sentences];
    }

    private static string? Word(JsonElement sentence, string field) =>
        sentence.ValueKind == JsonValueKind.Object && sentence.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String
        && Collapse(value.GetString()!) is { Length: > 0 } word ? word : null;

    private static bool Rests(string said, string quote, string passage, string question) =>
        quote.Length >= ShortestQuote && passage.Contains(quote, StringComparison.Ordinal)
        && !Foreign().IsMatch(said) && said.EnumerateRunes().All(sign => IsPlain(sign, quote))
        && Numbers().Matches(said).All(number => Says(Numbers(), quote, number.Value))
        && Whole().Matches(said).All(run => Says(Whole(), quote, run.Value))
        && Denies().IsMatch(said) == Denies().IsMatch(quote)
        && SharesWords(said, quote, passage, question);

    // a name of another script, an address or a telephone in Chinese digits is said as the quote says it
    private static bool Says(Regex runs, string quote, string run) => runs.Matches(quote).Any(match => match.Value == run);

    private static bool IsPlain(Rune sign, string quote) =>
        Rune.GetUnicodeCategory(sign) != UnicodeCategory.Format
        && (sign.Value is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
            || Plain.Contains(sign.ToString(), StringComparison.Ordinal) || quote.Contains(sign.ToString(), StringComparison.Ordinal));

    // whoever asks may try to put words into the document's mouth: what stands in their question alone is little of the answer
    private static bool SharesWords(string said, string quote, string passage, string question)
    {
        int letters = 0, quoted = 0, own = 0, asked = 0;
        for (int i = 0; i < said.Length; i++)
        {
            if (!char.IsLetter(said[i])) { continue; }
            letters++;
            if (quote.Contains(said[i], StringComparison.Ordinal)) { quoted++; }
            else if (!IsWord(said, i, passage))
            {
                own++;
                asked += question.Contains(said[i], StringComparison.Ordinal) ? 1 : 0;
            }
        }
        return letters > 0 && quoted >= letters * FromQuote && own <= letters * MostOwn && asked <= letters * MostAsked;
    }

    // with the letter before or after it
    private static bool IsWord(string said, int at, string passage) =>
        (at > 0 && passage.Contains(said.AsSpan(at - 1, 2), StringComparison.Ordinal))
        || (at + 1 < said.Length && passage.Contains(said.AsSpan(at, 2), StringComparison.Ordinal));

    private static string Collapse(string text) => White().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    // links, calls of people, markup and the places of masked words are never said
    [GeneratedRegex(@"[@＠<>〔〕{}\[\]`*#|\\]|[.．｡](?=\p{L})|https?:|www\.")]
    private static partial Regex Foreign();

    [GeneratedRegex("[0-9０-９]+(?:[.:：．][0-9０-９]+)*|[一二三四五六七八九十百千万两零〇半]+(?=[元块岁年月日号天点时分个周次折倍层楼室户人份张公])|(?<=[周期拜])[一二三四五六日天末]")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\p{L}-[㐀-䶿一-鿿]]+|[〇零一二三四五六七八九十百千万亿两幺壹贰叁肆伍陆柒捌玖拾佰仟]{3,}")]
    private static partial Regex Whole();

    [GeneratedRegex("不|没|未|无|勿|别|禁|非")]
    private static partial Regex Denies();
}
