using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Api;
using Bot.Messaging.Activities;
using Bot.Messaging.Pictures;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Media;

/// <summary>Asks the vendor where a picture or file of a message lies; the address is good for a short time.</summary>
internal sealed class MediaAddresses(ApiClient api, AccessToken tokens, IOptions<DingTalkOptions> options)
{
    private const int Longest = 4096;

    /// <param name="downloadCode"><c>ContentUrl</c> of the attachment.</param>
    public async Task<MediaAddress> FindAsync(string downloadCode, CancellationToken cancellationToken)
    {
        Uri address = new($"{options.Value.Api.TrimEnd('/')}/v1.0/robot/messageFiles/download");
        for (int tries = 1; ; tries++)
        {
            TokenAnswer token = await tokens.GetAsync(cancellationToken);
            if (token.Value is not { } value) { return Later(null); }
            JsonObject body = new() { ["downloadCode"] = downloadCode, ["robotCode"] = options.Value.Robot };
            ApiAnswer answer = await api.PostAsync(address, body, value, cancellationToken);
            if (!TokenCodes.IsStale(answer)) { return Read(answer); }
            tokens.Forget(value);
            if (tries > 1) { return Later(null); }
        }
    }

    private static MediaAddress Read(ApiAnswer answer) => answer switch
    {
        { IsGood: true } => Url(answer.Body.Text("downloadUrl")) is { } url ? new MediaAddress(url, null) : Gone("钉钉没有给出照片的地址"),
        { IsThrottle: true } => Later(answer.After),
        { Outcome: ApiOutcome.Answered } when (int)answer.Status is >= 400 and < 500 => Gone("钉钉说照片已经取不到了"),
        _ => Later(null),
    };

    private static MediaAddress Later(TimeSpan? after) => new(null, new FetchedPicture.Later(after));

    private static MediaAddress Gone(string reason) => new(null, new FetchedPicture.Gone(reason));

    // the vendor gives addresses without encryption too
    private static Uri? Url(string? url) => url is { Length: > 0 and <= Longest }
        && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 ? address : null;
}

/// <param name="Url">A secret; null when there is none.</param>
/// <param name="Instead">What became of the try then.</param>
internal sealed record MediaAddress(Uri? Url, FetchedPicture? Instead);
