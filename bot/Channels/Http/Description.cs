using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bot.Channels.Http;

/// <summary>What the OpenAPI document says besides what the endpoints say of themselves.</summary>
internal static class Description
{
    public const string Group = "http";

    private const string Text =
        """
        Carries a group chat here and back. What people say comes in as an Activity (the schema of the Bot Framework);
        what the bot says is posted to the gateway's own address as an Activity, signed in the same way.

        To sign: HMAC-SHA256, keyed with the secret as it stands in the settings, over timestamp, line feed, nonce, line feed and the body byte for byte; in hexadecimal.

            secret=…; body='{"type":"message","id":"m1","from":{"id":"u1","name":"12-2-301小陈"},"conversation":{"id":"g1","isGroup":true,"name":"锦绣苑一网格群"},"text":"3号楼电梯坏了"}'
            timestamp=$(date +%s); nonce=$(openssl rand -hex 16)
            signature=$(printf '%s\n%s\n%s' "$timestamp" "$nonce" "$body" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
            curl http://127.0.0.1:5080/channels/http/messages -H 'Content-Type: application/json' -H 'X-Bot-Key: gate1' \
              -H "X-Bot-Timestamp: $timestamp" -H "X-Bot-Nonce: $nonce" -H "X-Bot-Signature: $signature" -d "$body"

        A timestamp is good for 5 minutes either way, a nonce once. Whatever is not answered 200 is sent again later, signed anew; an id that was stored is not stored twice.

        The other way the same four headers come with every post, and Idempotency-Key (percent-encoded): the same key is to be said once.
        Answer 2xx when it is said, best with {"id":"…"}, by which people's quotes are known; 429 with Retry-After when it is too often; 4xx when it can never be said.
        messageDelete takes the message of that id back, where the settings say that the gateway can; any other type is answered 2xx and left alone.
        A conversation without an id is to be begun with its recipient alone.
        """;

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.GroupName == Group;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Signed HTTP channel", Version = "1", Description = Text };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            operation.Summary = "Hands in what was said in a conversation";
            operation.Parameters = [.. Headers.Select(Header)];
            return Task.CompletedTask;
        });
    }

    private static readonly (string Name, string Words, string Pattern)[] Headers =
    [
        (Signature.KeyHeader, "The id of the gateway in the settings.", "^[A-Za-z0-9-]{1,40}$"),
        (Signature.TimestampHeader, "Seconds since 1970, at most 5 minutes off.", "^[0-9]{1,12}$"),
        (Signature.NonceHeader, "Drawn for this request alone.", "^[!-~]{8,64}$"),
        (Signature.SignatureHeader, "HMAC-SHA256 in hexadecimal.", "^[0-9A-Fa-f]{64}$"),
    ];

    private static OpenApiParameter Header((string Name, string Words, string Pattern) header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Required = true,
        Description = header.Words,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = header.Pattern },
    };
}
