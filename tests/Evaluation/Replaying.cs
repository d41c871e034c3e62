using Bot.Answers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>Replays messages as <c>triage</c> does, without starting a process.</summary>
internal static class Replaying
{
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
