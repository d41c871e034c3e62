using System.Collections.Concurrent;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>Eight people at once on a few tickets of a real database: what was said to be done is there, once, and nothing else.</summary>
public sealed class ManyHandsTests : IDisposable
{
    private const int Threads = 8;
    private const int Each = 1250;
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ten_thousand_random_operations_of_eight_threads_lose_no_update()
    {
        await using TicketRig rig = await TicketRig.StartAsync(_folder);
        int[] numbers = new int[6];
        for (int index = 0; index < numbers.Length; index++) { numbers[index] = await rig.OpenAsync(id: $"m{index}"); }
        int[] seen = new int[numbers.Length];
        Array.Fill(seen, 1);
        ConcurrentBag<(int Number, string By)> done = [];
        ConcurrentBag<TicketOutcome> outcomes = [];

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            Random random = new(thread);
            for (int step = 0; step < Each; step++)
            {
                int at = random.Next(numbers.Length);
                string by = $"人{thread}-{step}";
                TicketResult result = await ActAsync(rig, random, numbers[at], Volatile.Read(ref seen[at]), by);
                outcomes.Add(result.Outcome);
                if (result.IsDone) { done.Add((numbers[at], by)); }
                if (result.Ticket is { } now) { Volatile.Write(ref seen[at], now.Version); }
            }
        }, Token)));

        outcomes.Count(outcome => outcome == TicketOutcome.Done).ShouldBeGreaterThan(500);
        outcomes.ShouldContain(TicketOutcome.Stale);
        outcomes.ShouldContain(TicketOutcome.Refused);
        foreach (int number in numbers)
        {
            Ticket ticket = await rig.TicketAsync(number);
            ticket.History.Select(line => line.Version).ShouldBe(Enumerable.Range(1, ticket.Version));
            ticket.History[^1].State.ShouldBe(ticket.State);
            ticket.History.Skip(1).Select(line => line.By).Order(StringComparer.Ordinal)
                .ShouldBe(done.Where(one => one.Number == number).Select(one => one.By).Order(StringComparer.Ordinal));
        }
    }

    private static Task<TicketResult> ActAsync(TicketRig rig, Random random, int number, int version, string by) => random.Next(14) switch
    {
        0 => rig.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, version, by), Token),
        1 => rig.Get<DispatchTicketHandler>().HandleAsync(new DispatchTicket(number, version, by, "物业老吴"), Token),
        2 => rig.Get<ClaimTicketHandler>().HandleAsync(new ClaimTicket(number, version, by), Token),
        3 => rig.Get<ReassignTicketHandler>().HandleAsync(new ReassignTicket(number, version, by, "李芳"), Token),
        4 => rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, version, by, "换了导靴"), Token),
        5 => rig.Get<VerifyBySecondHandler>().HandleAsync(new VerifyBySecond(number, version, by), Token),
        6 => rig.Get<CloseTicketHandler>().HandleAsync(new CloseTicket(number, version, by, "等基金", Told: false), Token),
        7 => rig.Get<ReopenTicketHandler>().HandleAsync(new ReopenTicket(number, version, by, "没好"), Token),
        8 => rig.Get<ContactReporterHandler>().HandleAsync(new ContactReporter(number, version, by, "打过电话"), Token),
        9 => rig.Get<PlanTicketHandler>().HandleAsync(new PlanTicket(number, version, by, "换配件"), Token),
        10 => rig.Get<SnoozeTicketHandler>().HandleAsync(new SnoozeTicket(number, version, by, null), Token),
        11 => rig.Get<ChangePromiseHandler>().HandleAsync(new ChangePromise(number, version, by, rig.Now.AddHours(random.Next(1, 90)), "等配件", Tell: false), Token),
        12 => rig.Get<RateTicketHandler>().HandleAsync(new RateTicket(number, version, by, "36-1-502", (Rating)random.Next(3)), Token),
        _ => rig.Get<CorrectTicketHandler>().HandleAsync(new CorrectTicket(number, version, by, new TicketCorrection(Matter: by)), Token),
    };
}
