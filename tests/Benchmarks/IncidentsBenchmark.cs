using System.Diagnostics;
using Bot.Answers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Bursts;
using Bot.Triage.Classifier;
using Tests.Generator;

namespace Benchmarks;

/// <summary>What a message costs, and a ticket weighs, with few and with very many open tickets in the same 50 groups.</summary>
internal static class IncidentsBenchmark
{
    private const int Messages = 20_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 7, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(int few, int many)
    {
        TriageModel model = TriageModel.Train(Corpus.Read(Corpus.DefaultFolder));
        await MeasureAsync(model, few, quiet: true);
        (double Median, double Mean) first = await MeasureAsync(model, few, quiet: false), second = await MeasureAsync(model, many, quiet: false);
        Console.WriteLine($"ratio of {many:N0} to {few:N0}: median {second.Median / first.Median:F2}, processor time {second.Mean / first.Mean:F2}");
        await IncidentsAtStart.RunAsync(model, many);
    }

    private static async Task<(double Median, double Mean)> MeasureAsync(TriageModel model, int tickets, bool quiet)
    {
        TicketGenerator generator = new(seed: 1, Start);
        CommunityDirectory directory = generator.Directory;
        CommunityClock clock = CommunityClock.China;
        TicketDeadlines deadlines = new(new TicketOptions(), clock);
        TriagePipeline pipeline = new(model, directory, clock, BurstTimes.Default);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long started = Stopwatch.GetTimestamp();
        for (int number = 1; number <= tickets; number++)
        {
            pipeline.Read(generator.Write(number));
        }

        double loading = Stopwatch.GetElapsedTime(started).TotalSeconds;
        long weight = (GC.GetTotalMemory(forceFullCollection: true) - before) / tickets;
        TriageDesk desk = new(directory, deadlines, new GeneratedCaseBook(generator, tickets, deadlines),
            new ReplayQuestionBook(directory, new AnswerHours(new AnswerOptions(), clock)), new NoKnowledge());
        List<double> costs = [];
        int joined = 0;
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        foreach (ChatMessage message in new ChatGenerator(seed: 1).Write(Messages, Start))
        {
            long start = Stopwatch.GetTimestamp();
            joined += await HearAsync(pipeline, desk, message);
            costs.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        costs.Sort();
        (double median, double mean) = (costs[costs.Count / 2], (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / costs.Count);
        if (!quiet)
        {
            Console.WriteLine($"{tickets,9:N0} open tickets: read in {loading:F1} s, {weight} B each; a message {median:F0} µs median, {mean:F0} µs of processor time on average, {costs[costs.Count * 99 / 100]:F0} µs p99; {joined} of {Messages} belong to a ticket");
        }

        return (median, mean);
    }

    private static async Task<int> HearAsync(TriagePipeline pipeline, TriageDesk desk, ChatMessage message)
    {
        int joined = 0;
        while (pipeline.TryClose(message.Time, out BurstOutcome outcome))
        {
            Applied applied = await desk.ApplyAsync(outcome, considered: null);
            pipeline.Settle(outcome, applied.Tickets, [.. applied.Rows.Select(row => row.Ticket)]);
            joined += applied.Rows.Count(row => row.Ticket is not null);
        }

        pipeline.Hear(message);
        return joined;
    }

    /// <summary>Writes a generated ticket when it is first asked for: what the database does live.</summary>
    private sealed class GeneratedCaseBook(TicketGenerator generator, int count, TicketDeadlines deadlines) : ICaseBook
    {
        private readonly Dictionary<int, Ticket> _known = [];
        private int _opened;

        public ValueTask<Ticket?> FindAsync(int number, CancellationToken cancellationToken = default)
        {
            if (!_known.TryGetValue(number, out Ticket? ticket) && number <= count)
            {
                ticket = _known[number] = generator.Write(number);
            }

            return ValueTask.FromResult(ticket);
        }

        public ValueTask<Ticket> OpenAsync(NewTicket matter, DateTimeOffset now, CancellationToken cancellationToken = default)
        {
            Ticket ticket = Ticket.Open(count + ++_opened, matter, now, deadlines);
            _known.Add(ticket.Number, ticket);
            return ValueTask.FromResult(ticket);
        }

        public ValueTask AlertAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask TellPeopleAsync(Ticket ticket, TicketMove move, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            ValueTask.CompletedTask;
    }
}
