using System.Buffers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Bursts;
using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Bot.Triage.Judging;
using Bot.Triage.Reading;

namespace Bot.Triage;

/// <summary>
/// Messages in, decided bursts out; the same live and in a replay. Its memory (open bursts, known matters, what was lately
/// said) can be rebuilt from the tables at any time. One thread at a time.
/// </summary>
/// <example>Before each message <see cref="TryClose"/> until false, then <see cref="Hear(ChatMessage)"/>; every outcome is applied and then
/// given to <see cref="Settle"/> before the next call.</example>
public sealed class TriagePipeline
{
    private static readonly SearchValues<string> Asking = SearchValues.Create(["怎么", "怎样", "咋", "何事", "几", "谁", "哪", "啥", "什么"], StringComparison.Ordinal);

    private readonly Dictionary<string, Utterance> _undecided = [];
    private readonly Queue<(Burst Burst, DateTimeOffset ClosedAt)> _urgent = new();
    private readonly BurstTracker _bursts;
    private readonly Scene _scene;
    private readonly Judge _judge;
    private DateTimeOffset _clock;

    public TriagePipeline(TriageModel model, CommunityDirectory directory, CommunityClock clock, BurstTimes times)
    {
        _scene = new Scene(directory, new MessageReader(model, directory), time => TimeZoneInfo.ConvertTime(time, clock.Zone));
        _bursts = new BurstTracker(times);
        _judge = new Judge(_scene, times);
    }

    /// <summary>When <see cref="TryClose"/> has something to do next, if nobody speaks; null when nothing is open.</summary>
    public DateTimeOffset? NextDue => _urgent.Count > 0 ? _clock : _bursts.NextDue;

    /// <summary>Reads a message by itself. Needs none of the memory, so that other threads may read ahead.</summary>
    public Finding Read(ChatMessage message)
    {
        try
        {
            return _scene.Reader.Read(message);
        }
        catch (Exception exception)
        {
            throw new TriageFailedException([message], exception);
        }
    }

    /// <summary>Adds a message to its sender's burst; an emergency closes the burst at once.</summary>
    public void Hear(ChatMessage message) => Hear(Read(message));

    /// <summary>Adds a message that was read before.</summary>
    public void Hear(Finding read)
    {
        ChatMessage message = read.Message;
        _clock = message.Time > _clock ? message.Time : _clock;
        Finding finding = InItsTime(read with { Message = message with { Time = _clock } });
        _undecided[Key(message)] = Remember(finding.Message, finding.Body, finding.Cues);
        Burst burst = _bursts.Add(finding);
        if (finding.Emergency is not null)
        {
            _bursts.Close(burst);
            _urgent.Enqueue((burst, burst.LastAt));
        }
    }

    /// <summary>Takes in a message that was decided before a restart.</summary>
    /// <param name="answered">Whether the bot answered it or handed it on.</param>
    public void Recall(ChatMessage message, int? ticket, bool answered = false)
    {
        string body = _scene.Reader.BodyOf(message);
        Utterance heard = Remember(message, body, CueReader.Read(body));
        heard.WasAnswered = answered;
        Mark(heard, message, ticket);
    }

    /// <summary>A message was taken back by its sender: of what is open still, the rest goes on.</summary>
    public void Forget(ChatMessage message)
    {
        _scene.Memory.Forget(message.Group, message.Id);
        if (!_undecided.Remove(Key(message))) { return; }
        _bursts.Forget(message);
        foreach ((Burst burst, _) in _urgent) { burst.Forget(message); }
    }

    /// <summary>Takes in what staff announced before a restart, however long ago.</summary>
    public void RecallNotice(ChatMessage notice) => _scene.Announce(notice);

    /// <summary>Takes in a new ticket or what a person changed of one.</summary>
    public void Read(Ticket ticket) => _scene.Read(ticket);

    /// <summary>Takes in the stored tickets; what was heard of last is looked at first, whatever its number.</summary>
    public async Task ReadAsync(IAsyncEnumerable<Ticket> stored, CancellationToken cancellationToken)
    {
        await foreach (Ticket ticket in stored.WithCancellation(cancellationToken))
        {
            _scene.Read(ticket, atStart: true);
        }

        _scene.Incidents.FileInOrder();
    }

    /// <summary>Decides the next burst that closed before <paramref name="now"/>; false when there is none.</summary>
    public bool TryClose(DateTimeOffset now, out BurstOutcome outcome)
    {
        while (_urgent.TryDequeue(out (Burst Burst, DateTimeOffset ClosedAt) urgent))
        {
            if (urgent.Burst.Findings.Count == 0) { continue; }
            outcome = Decide(urgent.Burst, urgent.ClosedAt);
            return true;
        }

        if (!_bursts.TryTakeDue(now, out Burst burst, out DateTimeOffset closedAt))
        {
            outcome = null!;
            return false;
        }

        _clock = closedAt > _clock ? closedAt : _clock;
        outcome = Decide(burst, closedAt);
        if (FirstToSay(outcome) is { } earlier)
        {
            // The neighbour who said it first owns the ticket, though still writing
            _bursts.Close(earlier);
            _urgent.Enqueue((burst, closedAt));
            outcome = Decide(earlier, closedAt);
        }

        return true;
    }

    /// <summary>Remembers what an outcome came to.</summary>
    /// <param name="tickets">The tickets it opened or touched, as they are now.</param>
    /// <param name="numbers">Ticket number of each verdict, null for none.</param>
    public void Settle(BurstOutcome outcome, IEnumerable<Ticket> tickets, IReadOnlyList<int?> numbers)
    {
        foreach (Ticket ticket in tickets)
        {
            _scene.Read(ticket);
        }

        bool answered = outcome.Verdicts.Any(verdict => verdict is { Act: Act.Ask, Speaks: true });
        for (int index = 0; index < numbers.Count; index++)
        {
            ChatMessage message = outcome.Verdicts[index].Finding.Message;
            if (_undecided.Remove(Key(message), out Utterance? heard))
            {
                heard.WasAnswered = answered && outcome.Verdicts[index].Act == Act.Ask;
                Mark(heard, message, numbers[index]);
            }
        }
    }

    private BurstOutcome Decide(Burst burst, DateTimeOffset closedAt)
    {
        try
        {
            return new BurstOutcome(_judge.Decide(burst.Findings), closedAt);
        }
        catch (Exception exception)
        {
            throw new TriageFailedException([.. burst.Findings.Select(finding => finding.Message)], exception);
        }
    }

    private Finding InItsTime(Finding finding)
    {
        try
        {
            return _scene.InItsTime(finding);
        }
        catch (Exception exception)
        {
            throw new TriageFailedException([finding.Message], exception);
        }
    }

    private Burst? FirstToSay(BurstOutcome outcome)
    {
        foreach (Verdict opening in outcome.Verdicts.Where(verdict => verdict is { Act: Act.Open, IsOpener: true }))
        {
            Probe probe = _scene.Probe(opening.Matter!);
            foreach (Burst earlier in _bursts.StartedBefore(opening.Finding.Message.Time))
            {
                bool near = earlier.Group == probe.Group || probe.Compound is not null;
                if (near && earlier.Findings.Any(finding => finding.Report >= Thresholds.States) && States(earlier, probe, opening.Finding.Message.Time))
                {
                    return earlier;
                }
            }
        }

        return null;
    }

    private bool States(Burst earlier, in Probe probe, DateTimeOffset before)
    {
        foreach (Verdict verdict in _judge.Decide(earlier.Findings))
        {
            if (verdict is { Act: Act.Open, IsOpener: true } && verdict.Finding.Message.Time <= before
                && Matching.Report(_scene.Reader.Links, probe, _scene.Imagine(verdict.Matter!)) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private Utterance Remember(ChatMessage message, string body, Cues cues)
    {
        Utterance heard = _scene.Memory.Hear(message, body);
        heard.Asks = !message.IsByStaff && body.Length > 4 && (cues & Cues.Greeting) == 0
            && ((cues & Cues.Asks) != 0 || body.AsSpan().ContainsAny(Asking));
        heard.Announces = (cues & Cues.Announcement) != 0;
        if (message.IsByStaff)
        {
            _scene.Announce(message);
        }

        return heard;
    }

    private void Mark(Utterance heard, ChatMessage message, int? ticket)
    {
        heard.Ticket = ticket;
        if (ticket is { } number)
        {
            _scene.RememberOwn(message.Group, message.Sender, number, message.Time);
        }
    }

    private static string Key(ChatMessage message) => message.Group + "\n" + message.Id;
}
