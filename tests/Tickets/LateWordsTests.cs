using Bot.Tickets;

namespace Tests.Tickets;

/// <summary>Words that are acted on long after they were said: a chat record, or the program was down.</summary>
public sealed class LateWordsTests
{
    private static readonly DateTimeOffset Said = Given.Now.AddHours(-20);

    [Fact]
    public void A_promise_counts_from_when_it_is_made()
    {
        Ticket ticket = Given.Ticket();
        DateTimeOffset later = ticket.PromisedAt.AddHours(1);
        ticket.Hear(FollowUp.Urge, Late("怎么还没修", later), pointed: false, Given.Deadlines).Heard.ShouldBe(Heard.Urged);
        ticket.PromisedAt.ShouldBeGreaterThan(later);
        ticket.History[^1].At.ShouldBe(later);
        ticket.Reports[^1].Time.ShouldBe(Said, "when it was said is kept");
    }

    [Theory]
    [InlineData(TicketState.Resolved)]
    [InlineData(TicketState.Verified)]
    [InlineData(TicketState.Closed)]
    public void What_was_said_before_the_end_reopens_nothing(TicketState state)
    {
        Ticket ticket = Given.In(state);
        ticket.Join(Late("电梯又坏了", Given.Now.AddHours(3)), Given.Deadlines).Heard.ShouldBe(Heard.Silent);
        ticket.Hear(FollowUp.NotFixed, Late("还没修好", Given.Now.AddHours(3)), pointed: false, Given.Deadlines).Heard.ShouldBe(Heard.Silent);
        ticket.Hear(FollowUp.Verified, Late("好了", Given.Now.AddHours(3)), pointed: false, Given.Deadlines).Heard.ShouldBe(Heard.Silent);
        ticket.State.ShouldBe(state);
        ticket.Reports.Count.ShouldBe(4, "each word is kept");
    }

    [Fact]
    public void An_alert_says_when_old_words_were_said()
    {
        Ticket ticket = Ticket.Open(
            7, new NewTicket(Category.Living, "燃气", Urgency.Emergency, "3号楼1单元", null, null, [Late("楼道里好重的煤气味", Given.Now)]), Given.Now, Given.Deadlines);
        AlertCalls.Text(ticket, Given.Clock, Given.Now).ShouldContain("聊天记录里，11月20日晚上7点7分，36-1-502说：“楼道里好重的煤气味”。");
        AlertCalls.Text(Given.Ticket(), Given.Clock, Given.Now).ShouldNotContain("聊天记录");
    }

    private static int _words;

    private static TicketReport Late(string text, DateTimeOffset actedAt) => new()
    {
        Group = Given.Group,
        Channel = "chatrecord",
        Conversation = Given.Group,
        MessageId = $"late{++_words}",
        Sender = "36-1-502",
        Text = text,
        Time = Said,
        ActedAt = actedAt,
    };
}
