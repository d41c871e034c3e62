using System.Text.Json.Nodes;

namespace Bot.Channels.Feishu.Sending;

/// <summary>Asks the vendor as the app. A token that is believed no more is renewed once.</summary>
internal sealed class Api(ApiClient client, TenantToken tokens)
{
    public async Task<Answer> AskAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            (string? token, Answer refused) = await tokens.GetAsync(cancellationToken);
            // without a token nothing was said
            if (token is null) { return refused.Kind == AnswerKind.Lost ? Answer.NotSent : refused; }
            Answer answer = await client.AskAsync(method, path, body, token, cancellationToken);
            if (tries > 1 || !SendCodes.IsTokenRefused(answer)) { return answer; }
            tokens.Forget(token);
        }
    }

    /// <summary>A file of any size; null with what was answered instead.</summary>
    public async Task<(HttpResponseMessage? File, Answer Answer)> OpenAsync(string path, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            (string? token, Answer refused) = await tokens.GetAsync(cancellationToken);
            if (token is null) { return (null, refused); }
            (HttpResponseMessage? file, Answer answer) = await client.OpenAsync(path, token, cancellationToken);
            if (file is not null || tries > 1 || !SendCodes.IsTokenRefused(answer)) { return (file, answer); }
            tokens.Forget(token);
        }
    }
}
