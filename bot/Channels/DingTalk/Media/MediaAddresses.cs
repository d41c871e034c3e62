using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Api;
using Bot.Messaging.Activities;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Media;

/// <summary>Where a picture or file of a message lies; the address is good for a short time, so to be asked at once.</summary>
public sealed class MediaAddresses
{
    private const int Longest = 4096;

    private readonly ApiClient _api;
    private readonly AccessToken _tokens;
    private readonly DingTalkOptions _options;
    private readonly ILogger _logger;

    internal MediaAddresses(ApiClient api, AccessToken tokens, IOptions<DingTalkOptions> options, ILogger<MediaAddresses> logger) =>
        (_api, _tokens, _options, _logger) = (api, tokens, options.Value, logger);

    /// <param name="downloadCode"><c>ContentUrl</c> of the attachment.</param>
    /// <returns>Null when the vendor does not tell.</returns>
    public async Task<Uri?> FindAsync(string downloadCode, CancellationToken cancellationToken)
    {
        Uri address = new($"{_options.Api.TrimEnd('/')}/v1.0/robot/messageFiles/download");
        for (int tries = 1; ; tries++)
        {
            TokenAnswer token = await _tokens.GetAsync(cancellationToken);
            if (token.Value is not { } value) { return Nothing("no access token"); }
            JsonObject body = new() { ["downloadCode"] = downloadCode, ["robotCode"] = _options.Robot };
            ApiAnswer answer = await _api.PostAsync(address, body, value, cancellationToken);
            if (tries == 1 && TokenCodes.IsStale(answer))
            {
                _tokens.Forget(value);
                continue;
            }
            if (!answer.IsGood) { return Nothing($"{answer.Outcome}, HTTP {(int)answer.Status}"); }
            return Read(answer.Body.Text("downloadUrl")) ?? Nothing("no usable address");
        }
    }

    // the vendor tells addresses without encryption too
    private static Uri? Read(string? url) =>
        url is { Length: > 0 and <= Longest } && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0
            ? address : null;

    private Uri? Nothing(string reason)
    {
        _logger.NotFound(reason);
        return null;
    }
}
