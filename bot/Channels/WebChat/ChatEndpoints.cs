using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Channels.WebChat;

/// <summary>The simulated chat for programs: messages in, the conversation out.</summary>
internal static class ChatEndpoints
{
    private const long LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder playground)
    {
        playground.MapPost("/api/messages", PostAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        playground.MapGet("/api/events", Follow);
    }

    private static async Task<IResult> PostAsync(HttpRequest request, PostMessageHandler handler, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) { return Refuse(StatusCodes.Status415UnsupportedMediaType, "请用 JSON 提交（Content-Type: application/json）。"); }
        if (await ReadAsync(request, cancellationToken) is not { } post) { return Refuse(StatusCodes.Status400BadRequest, "提交的内容不是合格的 JSON。"); }
        return await handler.HandleAsync(post, cancellationToken) switch
        {
            PostResult.Stored stored => TypedResults.Ok(stored.Receipt),
            PostResult.Refused refused => Refuse(refused.Status, refused.Error),
            _ => throw new InvalidOperationException(),
        };
    }

    private static async Task<ChatPost?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // JSON is UTF-8, whatever the header claims
            return await JsonSerializer.DeserializeAsync<ChatPost>(request.Body, JsonSerializerOptions.Web, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Follow(
        string conversation, long? after, [FromHeader(Name = "Last-Event-ID")] long? last, EventStream stream, HttpContext http) =>
        stream.Knows(conversation)
            ? TypedResults.ServerSentEvents(stream.ReadAsync(conversation, last ?? after ?? 0, http.User, http.RequestAborted))
            : Refuse(StatusCodes.Status404NotFound, "没有这个群。");

    private static JsonHttpResult<ChatRefusal> Refuse(int status, string error) => TypedResults.Json(new ChatRefusal(error), statusCode: status);
}
