using Bot.Answers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Bursts;
using Bot.Triage.Classifier;
using Bot.Triage.Reading;

namespace Bot.Triage;

/// <summary>Runs messages through the live pipeline on their own clock, in memory; nothing is sent.</summary>
public sealed class Replay(
    TriageModel model, CommunityDirectory directory, TicketDeadlines deadlines, IQuestionBook questions, IKnowledge knowledge)
{
    private readonly TriagePipeline _pipeline = new(model, directory, deadlines.Clock, BurstTimes.Default);
    private readonly TriageDesk _desk = new(directory, deadlines, new ReplayCaseBook(deadlines), questions, knowledge);
    private readonly QuestionDesk _asked = new(knowledge, directory, deadlines.Clock);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, Decision> _decided = [];
    private DateTimeOffset _clock = DateTimeOffset.MinValue;

    /// <summary>Reads a message by itself; safe to call from several threads, ahead of the others.</summary>
    public Finding Read(ChatMessage message) => _pipeline.Read(message);

    /// <summary>Takes in one message; returns the decisions that became final, in input order.</summary>
    public async IAsyncEnumerable<Decision> HearAsync(ChatMessage message)
    {
        foreach (Decision decision in await HearAsync(Read(message)))
        {
            yield return decision;
        }
    }

    /// <summary>Takes in one message that was read before.</summary>
    public async Task<IReadOnlyList<Decision>> HearAsync(Finding finding)
    {
        ChatMessage message = finding.Message;
        _clock = message.Time > _clock ? message.Time : _clock;
        await CloseAsync(_clock);
        _order.Enqueue(message.Id);
        _pipeline.Hear(finding);
        return _order.TryPeek(out string? first) && _decided.ContainsKey(first) ? [.. Final()] : [];
    }

    /// <summary>Lets all timers fire and returns what was still open.</summary>
    public async Task<IReadOnlyList<Decision>> FinishAsync()
    {
        await CloseAsync(DateTimeOffset.MaxValue);
        return [.. Final()];
    }

    private async Task CloseAsync(DateTimeOffset now)
    {
        while (_pipeline.TryClose(now, out BurstOutcome outcome))
        {
            Applied applied = await _desk.ApplyAsync(outcome, await AskedInBurst.ConsiderAsync(_asked, questions, outcome));
            foreach (AppliedVerdict row in applied.Rows)
            {
                _decided[row.Decision.Id] = row.Decision;
            }

            _pipeline.Settle(outcome, applied.Tickets, [.. applied.Rows.Select(row => row.Ticket)]);
        }
    }

    private IEnumerable<Decision> Final()
    {
        while (_order.TryPeek(out string? id) && _decided.Remove(id, out Decision? decision))
        {
            _order.Dequeue();
            yield return decision;
        }
    }
}
