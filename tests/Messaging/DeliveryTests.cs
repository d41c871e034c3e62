using Bot.Messaging;

namespace Tests.Messaging;

public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);
    private readonly OutboxOptions _options = new();

    [Theory]
    [InlineData(SendOutcome.Sent, true, OutboxState.Sent)]
    [InlineData(SendOutcome.Sent, false, OutboxState.Sent)]
    [InlineData(SendOutcome.TryLater, true, OutboxState.Queued)]
    [InlineData(SendOutcome.TryLater, false, OutboxState.Queued)]
    [InlineData(SendOutcome.Refused, true, OutboxState.Failed)]
    [InlineData(SendOutcome.Refused, false, OutboxState.Failed)]
    [InlineData(SendOutcome.Unknown, true, OutboxState.Queued)]
    [InlineData(SendOutcome.Unknown, false, OutboxState.InDoubt)]
    public void An_answer_settles_the_row(SendOutcome outcome, bool takesKey, OutboxState expected)
    {
        OutboxMessage row = SenderRig.Row("1");
        Delivery.Settle(row, new SendResult(outcome), takesKey, _options, Now, chance: 0);
        row.State.ShouldBe(expected);
        row.Attempts.ShouldBe(1);
        row.SentAt.ShouldBe(expected == OutboxState.Sent ? Now : null);
    }

    [Theory]
    [InlineData(SendOutcome.Refused, 0)]
    [InlineData(SendOutcome.TryLater, 199)]
    [InlineData(SendOutcome.Unknown, 199)]
    public void What_may_have_been_said_before_is_in_doubt_when_it_cannot_be_said_again(SendOutcome outcome, int attempts)
    {
        OutboxMessage row = SenderRig.Row("1");
        (row.Attempts, row.SentAt) = (attempts, Now.AddMinutes(-5));
        Delivery.Settle(row, new SendResult(outcome), true, _options, Now, chance: 0);
        (row.State, row.SentAt).ShouldBe((OutboxState.InDoubt, Now.AddMinutes(-5)));
    }

    [Fact]
    public void When_the_tries_are_used_up_it_failed()
    {
        OutboxMessage row = SenderRig.Row("1");
        row.Attempts = _options.MostAttempts - 1;
        Delivery.Settle(row, new SendResult(SendOutcome.TryLater, "忙"), true, _options, Now, chance: 0);
        row.State.ShouldBe(OutboxState.Failed);
        row.Error.ShouldBe("忙");
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 2)]
    [InlineData(5, 0, 16)]
    [InlineData(5, 1, 12)]
    [InlineData(7, 0, 60)]
    [InlineData(100_000, 0, 60)]
    public void The_wait_doubles_up_to_a_minute_less_a_little_by_chance(int attempts, double chance, double seconds) =>
        Delivery.Wait(attempts, _options, chance).ShouldBe(TimeSpan.FromSeconds(seconds));
}
