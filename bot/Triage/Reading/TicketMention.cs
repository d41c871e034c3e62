using System.Text.RegularExpressions;

namespace Bot.Triage.Reading;

/// <summary>Finds the number of a ticket a message names: "327好了", "327号还没好", a quote of the bot's "【327号】…".</summary>
public static partial class TicketMention
{
    public static int? Read(string body, string? quoted)
    {
        Match match = quoted is null ? Named().Match(body) : InQuote().Match(quoted);
        match = match.Success ? match : Named().Match(body);
        return match.Success && int.TryParse(match.Groups[1].Value, out int number) && number > 0 ? number : null;
    }

    [GeneratedRegex("^[【#]?([0-9]{1,6})(?:号)?】?[ ，,：:。]*(?:好了|没好|还没|办好|修好|弄好|可以了|不行|没有?修|好了一半|满意|基本满意|不满意|怎么样|咋样|进度)", RegexOptions.None, 100)]
    private static partial Regex Named();

    [GeneratedRegex("[【（]([0-9]{1,6})号[】）]", RegexOptions.None, 100)]
    private static partial Regex InQuote();
}
