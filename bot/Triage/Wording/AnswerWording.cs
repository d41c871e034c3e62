using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bot.Ai;
using Bot.Ai.Masking;
using Bot.Ai.Prompts;
using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Triage.SecondOpinion;
using Knowledge;
using Microsoft.Extensions.Options;

namespace Bot.Triage.Wording;

/// <summary>
/// Has a configured model word an answer from the passage it rests on. Whatever the model does, the document's own words stand;
/// and nobody else's message waits for it: the first that arrives ends the asking.
/// </summary>
public sealed class AnswerWording(
    ModelClient model, ModelLedger ledger, PromptLibrary prompts, CommunityStore community, WriteQueue writes, Inbox inbox,
    IOptions<WordingOptions> options, TimeProvider clock, ILogger<AnswerWording> logger)
{
    private const string Prompt = "answers/answer-from-passage";
    private const int LongestPassage = 1500;
    private const int Wanted = 60;

    private static readonly JsonSerializerOptions Json = new()
    {
        // Chinese as it is; < and > never
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private DateTimeOffset _quietUntil;

    /// <summary>Whether the group may hear a model's words in the place of the document's.</summary>
    public bool IsOn => options.Value.Enabled && model.IsOn;

    public async Task<Considered?> WordAsync(Considered? considered, string asker, CancellationToken cancellationToken)
    {
        if (!IsOn || clock.GetUtcNow() < _quietUntil || considered is not { NeedsPerson: false, Differing: null, Parts: [{ Source: { } source }] }
            || Instructions.In(considered.Question) || considered.Sources.Count != 1)
        {
            return considered;
        }
        ModelRequest request = Request(considered.Question, asker, source);
        ModelReply? reply = await AskAsync(request, cancellationToken);
        if (reply is null) { return considered; }
        (string? words, ModelOutcome? rejected) = reply.Text is { } text
            ? WordingReader.Read(text, Passage(source), considered.Question, AnswerReplies.RoomFor(source)) : (null, reply.Failure);
        ModelOutcome outcome = rejected ?? ModelOutcome.Accepted;
        if (reply.Requests > 0) { await writes.RunAsync((db, token) => ledger.WriteAsync(db, request.Task, outcome, reply, token), cancellationToken); }
        logger.Worded(outcome);
        return words is null ? considered : considered with { Worded = words };
    }

    private ModelRequest Request(string question, string asker, Citation source)
    {
        Roles roles = new(community.Current);
        roles.Of(asker, SenderRole.Resident);
        string data = JsonSerializer.Serialize(new { Question = roles.ToMasker().Mask(question), source.Title, Passage = Passage(source) }, Json);
        Dictionary<string, string> values = new() { ["room"] = $"{Math.Min(Wanted, AnswerReplies.RoomFor(source))}", ["data"] = data };
        return prompts.Get(Prompt).Render(values);
    }

    /// <summary>Null when it was not waited for.</summary>
    private async Task<ModelReply?> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(options.Value.Seconds), clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Task<ModelReply> asking = model.AskAsync(request, either.Token);
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task arrival = inbox.Arrived.WaitAsync(done.Token);
        if (await Task.WhenAny(asking, arrival) == arrival) { await either.CancelAsync(); }
        await done.CancelAsync();
        try
        {
            return await asking;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            if (limit.IsCancellationRequested) { _quietUntil = clock.GetUtcNow().AddSeconds(options.Value.PauseSeconds); }
            return null;
        }
        finally
        {
            // what arrived meanwhile is the worker's to find
            await arrival.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (arrival.IsCompletedSuccessfully) { inbox.Arrived.Set(); }
        }
    }

    private static string Passage(Citation source) => source.Passage.Length > LongestPassage ? source.Passage[..LongestPassage] : source.Passage;
}
