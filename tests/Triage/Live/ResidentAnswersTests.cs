using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.Live;

/// <summary>What residents answer after 办好 finds its ticket: by number, by a quote of the bot, or by who says it.</summary>
public sealed class ResidentAnswersTests : IAsyncLifetime
{
    private const string Group = "春和苑一网格群";
    private const string Reporter = "6号楼王阿姨";
    private const string Neighbour = "3-1-502";

    private readonly ManualTimeProvider _clock = new();
    private BotHost _host = null!;
    private int _sent;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The fake clock runs ahead of real sending, which must not count as a lost answer
        _host = await BotHost.StartAsync(clock: _clock, settings: [("Outbox:Timeout", "00:05:00"), ("Outbox:LongestRetry", "00:00:01")]);
        await SayAsync(Reporter, "我们楼电梯又坏了");
        await SayAsync(Neighbour, "5幢和6幢中间路灯不亮 晚上看不见");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("好了", TicketState.Verified)]
    [InlineData("修好了 谢谢", TicketState.Verified)]
    [InlineData("还没修好", TicketState.Accepted)]
    [InlineData("没好 还是不动", TicketState.Accepted)]
    public async Task The_reporter_answers_in_plain_words(string words, TicketState state)
    {
        await ResolveAsync(1);
        await SayAsync(Reporter, words);
        (await StateAsync(1)).ShouldBe(state);
        (await StateAsync(2)).ShouldBe(TicketState.Captured);
    }

    [Theory]
    [InlineData("1好了", TicketState.Verified)]
    [InlineData("1号还没好", TicketState.Accepted)]
    public async Task A_neighbour_names_the_number(string words, TicketState state)
    {
        await ResolveAsync(1);
        await SayAsync("5幢老赵头", words);
        (await StateAsync(1)).ShouldBe(state);
    }

    [Theory]
    [InlineData("好了", TicketState.Verified)]
    [InlineData("没好", TicketState.Accepted)]
    public async Task A_neighbour_quotes_the_bot(string words, TicketState state)
    {
        await ResolveAsync(1);
        string asked = await AskedAsync();
        await SayAsync(Neighbour, words, replyTo: asked);
        (await StateAsync(1)).ShouldBe(state);
        (await StateAsync(2)).ShouldBe(TicketState.Captured);
    }

    [Fact]
    public async Task Before_it_is_resolved_good_news_moves_nothing()
    {
        await SayAsync(Reporter, "好了");
        (await StateAsync(1)).ShouldBe(TicketState.Captured);
    }

    [Fact]
    public async Task What_it_was_worth_is_heard_also_after_a_restart()
    {
        await ResolveAsync(1);
        await SayAsync(Reporter, "好了");
        (await TicketAsync(1)).Thanked.ShouldBeTrue();
        _host.Get<Inbox>().Reread();
        await SayAsync(Reporter, "满意");
        await using BotDbContext db = await ReadAsync();
        (await db.Set<Ticket>().Where(ticket => ticket.Number == 1).SelectMany(ticket => ticket.Ratings).CountAsync(Token)).ShouldBe(1);
    }

    private async Task SayAsync(string sender, string text, string? replyTo = null)
    {
        AcceptResult stored = await _host.Get<Inbox>().AcceptAsync(
            new InboundMessage("webchat", Group, $"t{++_sent}", sender, SenderRole.Resident, text, replyTo), Token);
        await Eventually.TrueAsync(() => { _clock.Advance(TimeSpan.FromSeconds(1)); return DecidedAsync(stored.Seq); }, $"“{text}” is decided");
    }

    private async Task<bool> DecidedAsync(long seq)
    {
        await using BotDbContext db = await ReadAsync();
        return await db.Set<MessageDecision>().AnyAsync(decision => decision.MessageSeq == seq, Token);
    }

    private async Task ResolveAsync(int number)
    {
        _clock.Advance(TimeSpan.FromMinutes(20));
        Ticket ticket = await TicketAsync(number);
        TicketResult result = await _host.Get<ResolveTicketHandler>().HandleAsync(
            new ResolveTicket(number, ticket.Version, "陈秀兰", "换了零件"), Token);
        result.IsDone.ShouldBeTrue();
        await Eventually.TrueAsync(
            async () => { _clock.Advance(TimeSpan.FromSeconds(1)); return await AskedAsync() is { Length: > 0 }; }, "the group is asked to confirm");
        _clock.Advance(TimeSpan.FromMinutes(5));
    }

    private async Task<string> AskedAsync()
    {
        await using BotDbContext db = await ReadAsync();
        return await db.Set<Message>().Where(message => message.Role == SenderRole.Bot && message.Text.Contains("没好回"))
            .Select(message => message.MessageId).FirstOrDefaultAsync(Token) ?? "";
    }

    private async Task<TicketState> StateAsync(int number) => (await TicketAsync(number)).State;

    private async Task<Ticket> TicketAsync(int number)
    {
        await using BotDbContext db = await ReadAsync();
        return await db.Set<Ticket>().SingleAsync(ticket => ticket.Number == number, Token);
    }

    private Task<BotDbContext> ReadAsync() => _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
}
