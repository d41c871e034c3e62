using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Bot.Ai;

/// <summary>The vendor's own client behind the common interface. One try: whoever calls decides what to do about a failure.</summary>
internal sealed class OpenAiChatClient : IChatClient
{
    // a server without keys still gets the header
    private const string NoKey = "none";

    private readonly AiOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly ChatClient _client;

    public OpenAiChatClient(AiOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        // a redirect would carry words and key to an address nobody configured
        SocketsHttpHandler sockets = new() { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) };
        _http = new HttpClient(new AnswerGuard(sockets)) { Timeout = Timeout.InfiniteTimeSpan };
        _client = new ChatClient(options.Model, new ApiKeyCredential(options.ApiKey is { Length: > 0 } key ? key : NoKey), new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint!),
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            ChatCompletion completion = await _client.CompleteChatAsync(messages.Select(Translate), Translate(options), cancellationToken);
            return Translate(completion);
        }
        // A connection that times out is told as cancelled, though nobody cancelled
        catch (Exception exception) when (exception is not OperationCanceledException || (exception.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested))
        {
            throw ModelFailures.Of(exception, _clock.GetUtcNow());
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ChatResponseUpdate update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => _http.Dispose();

    private static OpenAI.Chat.ChatMessage Translate(ChatMessage message) => message.Role == ChatRole.System
        ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text) : new UserChatMessage(message.Text);

    private ChatCompletionOptions Translate(ChatOptions? options)
    {
        ChatCompletionOptions translated = new() { Temperature = options?.Temperature, ResponseFormat = Translate(options?.ResponseFormat) };
        if (options?.MaxOutputTokens is { } longest)
        {
#pragma warning disable SCME0001 // the typed property only writes the newer name, which many servers do not know
            translated.Patch.Set(Encoding.UTF8.GetBytes("$." + _options.LengthLimit), longest);
#pragma warning restore SCME0001
        }
        return translated;
    }

    private static OpenAI.Chat.ChatResponseFormat? Translate(Microsoft.Extensions.AI.ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatJson { Schema: { } schema } json => OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(
            json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true),
        ChatResponseFormatJson => OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat(),
        _ => null,
    };

    private static ChatResponse Translate(ChatCompletion completion)
    {
        string text = string.Concat(completion.Content.Select(part => part.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            FinishReason = completion.FinishReason == OpenAI.Chat.ChatFinishReason.Length
                ? Microsoft.Extensions.AI.ChatFinishReason.Length : Microsoft.Extensions.AI.ChatFinishReason.Stop,
            Usage = completion.Usage is { } usage
                ? new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount } : null,
        };
    }
}
