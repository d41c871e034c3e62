using System.Net;
using Bot.Channels.Feishu.Sending;
using Bot.Messaging.Pictures;

namespace Bot.Channels.Feishu.Media;

/// <summary>Fetches the pictures that messages carry, for as long as the vendor keeps the message.</summary>
internal sealed class ResourceFetcher(Api api) : IPictureSource
{
    public string Channel => FeishuChannel.ChannelName;

    public TimeSpan Lives { get; } = TimeSpan.FromDays(1);

    public async Task<FetchedPicture> FetchAsync(Picture picture, CancellationToken cancellationToken)
    {
        if (picture.Source is not { } source || Resource.Path(source) is not { } path) { return new FetchedPicture.Gone("飞书没有说照片在哪里"); }
        (HttpResponseMessage? response, Answer answer) = await api.OpenAsync(path, cancellationToken);
        if (response is null) { return Refused(answer); }
        using (response)
        {
            await using Stream content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await FetchedPicture.ReadAsync(content, cancellationToken);
        }
    }

    private static FetchedPicture Refused(Answer answer) =>
        answer.Kind != AnswerKind.Answered || answer.Status is >= 500 or (int)HttpStatusCode.TooManyRequests || SendCodes.IsThrottle(answer) || SendCodes.IsTokenRefused(answer)
            ? new FetchedPicture.Later(answer.After)
            : new FetchedPicture.Gone($"飞书不给这张照片（{(answer.Code == -1 ? $"HTTP {answer.Status}" : $"错误码 {answer.Code}")}）");
}
