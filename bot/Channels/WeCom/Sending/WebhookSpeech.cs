using System.Text.Json.Nodes;
using Bot.Messaging;
using Bot.Messaging.Members;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Sending;

/// <summary>Says it through the webhook of a group: the only way there to call somebody (@), and to speak where nobody has named the bot.</summary>
internal sealed class WebhookSpeech(ApiClient api, MemberBook members, IOptions<WeComOptions> options)
{
    public const int MostBytes = 2048;
    public const int MostMarkdownBytes = 4096;

    public async Task<SendResult> SayAsync(string key, OutboxMessage row, CancellationToken cancellationToken)
    {
        CalledWords words = await members.CallAsync(row, cancellationToken);
        string? called = words.Member is { } member && IsOne(member.ExternalId) ? member.ExternalId : null;
        JsonObject body = options.Value.WebhookFormat == WebhookFormat.Markdown ? Markdown(words, called) : Text(row.Text, called);
        return await api.PostAsync(new Uri($"{options.Value.Api.TrimEnd('/')}/cgi-bin/webhook/send?key={Uri.EscapeDataString(key)}"), body, cancellationToken);
    }

    // "@all" calls everybody
    private static bool IsOne(string id) => id.All(IsOfIds) && !id.TrimStart('@').Equals("all", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfIds(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or '@';

    // The name stays in the words: where the id calls nobody it is still said whom they are for
    private static JsonObject Text(string text, string? called)
    {
        JsonObject said = new() { ["content"] = text };
        if (called is not null) { said["mentioned_list"] = new JsonArray(called); }
        return new JsonObject { ["msgtype"] = "text", ["text"] = said };
    }

    private static JsonObject Markdown(CalledWords words, string? called) => new()
    {
        ["msgtype"] = "markdown",
        ["markdown"] = new JsonObject { ["content"] = (called is null ? "" : $"<@{called}> ") + PlainMarkdown.Of(words.Text) },
    };
}
