using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Api;
using Bot.Messaging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Sending;

/// <summary>Says it of the bot's own accord, to a group or a person. There nobody can be called (@) and nothing quoted.</summary>
internal sealed class RobotSpeech(ApiClient api, AccessToken tokens, IOptions<DingTalkOptions> options)
{
    public async Task<SendResult> SayAsync(string id, bool isGroup, string words, CancellationToken cancellationToken)
    {
        Uri address = new($"{options.Value.Api.TrimEnd('/')}/v1.0/robot/{(isGroup ? "groupMessages/send" : "oToMessages/batchSend")}");
        byte[] body = ApiClient.Bytes(Body(id, isGroup, words));
        for (int tries = 1; ; tries++)
        {
            TokenAnswer token = await tokens.GetAsync(cancellationToken);
            if (token.Value is not { } value) { return new SendResult(SendOutcome.TryLater, token.Problem); }
            ApiAnswer answer = await api.PostAsync(address, body, value, cancellationToken);
            if (!TokenCodes.IsStale(answer)) { return RobotCodes.Of(answer, isGroup ? null : id); }
            tokens.Forget(value);
            // refused at the door, it was not said
            if (tries > 1) { return new SendResult(SendOutcome.TryLater, "钉钉不认凭证，稍后再发"); }
        }
    }

    // Plain text: what residents wrote is never taken for marks of Markdown
    private JsonObject Body(string id, bool isGroup, string words)
    {
        JsonObject body = new() { ["robotCode"] = options.Value.Robot };
        if (isGroup) { body["openConversationId"] = id; }
        else { body["userIds"] = new JsonArray(id); }
        body["msgKey"] = "sampleText";
        body["msgParam"] = new JsonObject { ["content"] = words }.ToJsonString(ApiClient.Json);
        return body;
    }
}
