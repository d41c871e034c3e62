using Bot.Answers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Learning.Regression;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>Replays messages as <c>triage</c> does, without starting a process.</summary>
internal static class Replaying
{
    /// <summary>Each conversation of the log with an empty memory; tickets of different ones have different numbers.</summary>
    public static async Task<IReadOnlyList<Decision>> RunAsync(GoldLog gold, TriageModel? engine = null)
    {
        List<Decision> all = [];
        foreach (GoldThread thread in gold.Conversations)
        {
            IReadOnlyList<Decision> decisions = await RunAsync(gold.Directory, thread.Rows.Select(row => row.ToMessage()), engine);
            all.AddRange(decisions.Select(decision => decision.Ticket is { } number && gold.Conversations.Count > 1
                ? decision with { Ticket = $"{thread.Rows[0].Thread}/{number}" }
                : decision));
        }

        return all;
    }

    public static async Task<IReadOnlyList<Decision>> RunAsync(CommunityDirectory directory, IEnumerable<ChatMessage> messages, TriageModel? engine = null)
    {
        CommunityClock clock = CommunityClock.China;
        Replay replay = new(engine ?? TrainedEngine.Model, directory, new TicketDeadlines(new TicketOptions(), clock),
            new ReplayQuestionBook(directory, new AnswerHours(new AnswerOptions(), clock)), new NoKnowledge());
        List<Decision> decisions = [];
        foreach (ChatMessage message in messages)
        {
            await foreach (Decision decision in replay.HearAsync(message))
            {
                decisions.Add(decision);
            }
        }

        decisions.AddRange(await replay.FinishAsync());
        return decisions;
    }
}
