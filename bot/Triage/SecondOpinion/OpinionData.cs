using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Bot.Ai.Masking;
using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Triage.SecondOpinion;

/// <summary>The JSON a model is shown: masked, shortened, and so escaped that no text ends its frame. Pure.</summary>
public static class OpinionData
{
    private const int LongestLine = 120;
    private const int LongestPart = 300;
    private const int MostParts = 8;

    private static readonly JsonSerializerOptions Json = new()
    {
        // Chinese as it is; < and > never
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(
        CommunityDirectory directory, IReadOnlyList<Message> said, IReadOnlyList<Message> before, IReadOnlyList<Message> after, IReadOnlyList<Ticket> tickets)
    {
        Roles roles = new(directory);
        foreach (Message message in said.Concat(before).Concat(after)) { roles.Of(message.Sender, message.Role); }
        Masker masker = roles.ToMasker();
        return JsonSerializer.Serialize(
            new
            {
                Before = before.Select(Line),
                Message = said.Take(MostParts).Select(message => Said(message, LongestPart)),
                After = after.Select(Line),
                Tickets = tickets.Select((ticket, index) => new { N = index + 1, ticket.Topic, Place = Masked(ticket.Location), Matter = Masked(ticket.Matter) }),
            },
            Json);

        object Line(Message message) => Said(message, LongestLine);

        // masked first: what is cut in two is not recognised any more
        object Said(Message message, int longest) => new { Who = roles.Of(message.Sender, message.Role), Text = Cut(masker.Mask(message.Text), longest) };

        string? Masked(string? text) => text is null ? null : Cut(masker.Mask(text), LongestLine);
    }

    private static string Cut(string text, int longest) => SafeWords.Length(text) <= longest
        ? text : string.Concat(text.EnumerateRunes().Take(longest)) + "…";
}
