using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Bot.Ai;

/// <summary>Asks the configured model: within the budget, the time limit and the breaker. Never throws for what a model can do.</summary>
public sealed class ModelClient
{
    private readonly AiOptions _options;
    private readonly IChatClient _chat;
    private readonly ModelBudget _budget;
    private readonly TimeProvider _clock;
    private readonly ILogger<ModelClient> _logger;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly ResiliencePipeline<ChatResponse> _pipeline;

    public ModelClient(IOptions<AiOptions> options, IChatClient chat, ModelBudget budget, TimeProvider clock, ILogger<ModelClient> logger)
    {
        (_options, _chat, _budget, _clock, _logger) = (options.Value, chat, budget, clock, logger);
        _pipeline = ModelResilience.Build(_options, clock, _breaker);
    }

    public bool IsOn => _options.IsOn;

    /// <summary>Whether the model failed repeatedly and is left alone for now.</summary>
    public bool IsBroken => _breaker.CircuitState is CircuitState.Open or CircuitState.Isolated;

    public string Model => _options.Model ?? "";

    public async Task<ModelReply> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        if (await _budget.TakeAsync(request.MostTokens, cancellationToken) is { } wait) { return ModelReply.NotAsked(ModelOutcome.OverBudget, wait); }
        long started = _clock.GetTimestamp();
        ModelReply reply;
        try
        {
            reply = await SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // no longer waited for, and charged for all the same
            _budget.Settle(request.MostTokens, new ModelReply(null, ModelOutcome.TimedOut, 1, request.InputEstimate, 0));
            throw;
        }
        _budget.Settle(request.MostTokens, reply);
        ModelMeter.Took(request.Task, _clock.GetElapsedTime(started));
        _logger.Asked(request.Task, reply.Failure, reply.Requests, reply.Status, reply.TokensIn, reply.TokensOut);
        return reply;
    }

    private async Task<ModelReply> SendAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        int requests = 0;
        try
        {
            ChatResponse response = await _pipeline.ExecuteAsync(
                async token =>
                {
                    requests++;
                    return await _chat.GetResponseAsync(request.Messages, Options(request), token);
                },
                cancellationToken);
            return Read(request, response, requests);
        }
        catch (BrokenCircuitException open)
        {
            return Failed(requests == 0 ? ModelOutcome.BreakerOpen : ModelOutcome.ServerFailed, wait: open.RetryAfter ?? TimeSpan.FromSeconds(_options.BreakSeconds));
        }
        catch (TimeoutRejectedException)
        {
            return Failed(ModelOutcome.TimedOut);
        }
        catch (ModelException failure)
        {
            return Failed(failure.Outcome, failure.Status, failure.RetryAfter);
        }

        // what was sent and not answered may be charged for all the same
        ModelReply Failed(ModelOutcome why, int status = 0, TimeSpan? wait = null) =>
            new(null, why, requests, (long)requests * request.InputEstimate, 0, status, wait);
    }

    private static ModelReply Read(ModelRequest request, ChatResponse response, int requests)
    {
        long earlier = (requests - 1L) * request.InputEstimate;
        long sent = earlier + (response.Usage?.InputTokenCount is > 0 and { } told ? told : request.InputEstimate);
        long received = response.Usage?.OutputTokenCount is > 0 and { } written ? written : response.Text.Length;
        ModelOutcome? failure = response.FinishReason == ChatFinishReason.Length ? ModelOutcome.CutOff
            : response.Text.Length == 0 ? ModelOutcome.NoAnswer : null;
        return new ModelReply(failure is null ? response.Text : null, failure, requests, sent, received);
    }

    private ChatOptions Options(ModelRequest request) => new()
    {
        Temperature = request.Temperature,
        MaxOutputTokens = request.MaxTokens,
        ResponseFormat = _options.AnswerFormat switch
        {
            AnswerFormat.Schema when request.Schema is { } schema => ChatResponseFormat.ForJsonSchema(schema, "answer"),
            AnswerFormat.Text => null,
            _ => ChatResponseFormat.Json,
        },
    };
}
