using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Messaging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Sending;

/// <summary>Answers at the address that came with a message of the callback: once, within the hour. What finds none is left to a person.</summary>
internal sealed class ReplyOnce(ApiClient api, IOptions<WeComOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Time = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    public async Task<SendResult> SayAsync(Target? target, OutboxMessage row, CancellationToken cancellationToken)
    {
        if (target?.Token is not { } token || Address(token) is not { } address || !_used.TryAdd(token, clock.GetUtcNow()))
        {
            return new SendResult(SendOutcome.Draft, "企业微信回调只能在被 @ 后一小时内答一次，这一句请复制到群里发");
        }
        Forget();
        JsonObject body = new() { ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["content"] = PlainMarkdown.Of(row.Text) } };
        SendResult result = await api.PostAsync(address, body, cancellationToken);
        if (result.Outcome == SendOutcome.TryLater) { _used.TryRemove(token, out _); }
        // used before a restart, or too old
        return result.Outcome == SendOutcome.Refused ? result with { Outcome = SendOutcome.Draft } : result;
    }

    // Nowhere but at the vendor: the words of residents go with it
    private Uri? Address(string token) =>
        Uri.TryCreate(token, UriKind.Absolute, out Uri? address) && new Uri(options.Value.Api) is var api
        && Uri.Compare(address, api, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0 ? address : null;

    private void Forget()
    {
        foreach (string old in _used.Where(used => clock.GetUtcNow() - used.Value > Time).Select(used => used.Key).ToArray()) { _used.TryRemove(old, out _); }
    }
}
