using Bot.Messaging.Activities;

namespace Bot.Channels.Feishu.Sending;

/// <summary>Who the bot is there: by its own id its mentions are known.</summary>
internal sealed class BotIdentity(Api api)
{
    private const string Path = "/open-apis/bot/v3/info";

    /// <summary>The vendor's code for a bot that people can use.</summary>
    private const int Active = 2;

    private volatile string? _id;

    /// <summary>Its id, asked for once; null with the reason why it cannot be had.</summary>
    public async Task<(string? Id, string? Problem)> GetAsync(CancellationToken cancellationToken)
    {
        if (_id is { } known) { return (known, null); }
        Answer answer = await api.AskAsync(HttpMethod.Get, Path, body: null, cancellationToken);
        if (!answer.IsDone) { return (null, SendCodes.Words(answer)); }
        if (answer.Body.Text("bot", "open_id") is not { Length: > 0 } id) { return (null, "飞书没有说机器人是谁，请确认应用开启了机器人能力"); }
        _id = id;
        return (id, null);
    }

    /// <summary>Asks anew. Null when everything is well, else what is wrong.</summary>
    public async Task<string?> TestAsync(CancellationToken cancellationToken)
    {
        Answer answer = await api.AskAsync(HttpMethod.Get, Path, body: null, cancellationToken);
        if (!answer.IsDone) { return SendCodes.Words(answer); }
        if (answer.Body.Text("bot", "open_id") is not { Length: > 0 }) { return "飞书没有说机器人是谁，请确认应用开启了机器人能力"; }
        return answer.Body.Number("bot", "activate_status") is { } status and not Active ? $"机器人还没有启用（状态 {status}），请在飞书管理后台启用" : null;
    }
}
