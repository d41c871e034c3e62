using Bot.Grids;
using Bot.Triage;
using Tests.Evaluation;

namespace Tests.Generator;

public sealed class GeneratedChatTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 7, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_busy_chat_is_decided_row_by_row_in_order_with_valid_tickets()
    {
        IReadOnlyList<ChatMessage> messages = new ChatGenerator(seed: 7, groups: 10, senders: 200).Write(1000, Start);

        IReadOnlyList<Decision> decisions = await Replaying.RunAsync(new CommunityDirectory(), messages);

        decisions.Select(decision => decision.Id).ShouldBe(messages.Select(message => message.Id));
        decisions.Where(decision => decision.Opened).Select(decision => int.Parse(decision.Ticket!)).Order()
            .ShouldBe(Enumerable.Range(1, decisions.Count(decision => decision.Opened)));
        HashSet<string> opened = [.. decisions.Where(decision => decision.Opened).Select(decision => decision.Ticket!)];
        decisions.Where(decision => decision.Ticket is not null).ShouldAllBe(decision => opened.Contains(decision.Ticket!));
    }

    [Fact]
    public void The_same_seed_gives_the_same_chat() =>
        new ChatGenerator(seed: 7).Write(100, Start).ShouldBe(new ChatGenerator(seed: 7).Write(100, Start));
}
