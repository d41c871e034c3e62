using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Messaging;
using Tests.Support;
using Heard = Bot.Messaging.Receiving.Heard;

namespace Tests.Triage.Live;

/// <summary>A resident takes words back, or changes them, in a group of a channel that tells.</summary>
public sealed class RecallTests : IAsyncLifetime
{
    private const string Group = "春和苑一网格群";
    private readonly ManualTimeProvider _clock = new();
    private readonly StubChannel _channel = new() { Capabilities = new(Hearing.All) { Quotes = true } };
    private BotHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartAsync(
            clock: _clock, change: services => services.AddSingleton<IChannel>(_channel), settings: [("Outbox:Timeout", "00:05:00"), ("Outbox:LongestRetry", "00:00:01")]);
        await HearAsync(Said("hello", "大家好", "u9"));
        long id = await ReadAsync(db => db.Set<ConversationReference>().Select(known => known.Id).SingleAsync(Token));
        (await _host.Get<ConversationBook>().AssignAsync(id, Group, "管理员", Token)).ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Words_taken_back_before_they_were_decided_become_nothing()
    {
        await HearAsync(Said("m1", "12号楼电梯坏了，一直没人来修", "u1"));
        (await HearAsync(Taken("m1"))).ShouldBe(ReceptionOutcome.Accepted);
        await HearAsync(Said("m2", "9号楼楼道灯不亮了，晚上看不见", "u2"));
        await Eventually.TrueAsync(async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return await ReadAsync(db => db.Set<Ticket>().AnyAsync(Token)); }, "the other report is a ticket");

        (await ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Location).ToListAsync(Token))).ShouldBe(["9号楼"]);
        Message hidden = await MessageAsync("m1");
        (hidden.Text, hidden.State).ShouldBe((Message.Hidden, MessageState.Ignored));
        (await HearAsync(Taken("m1"))).ShouldBe(ReceptionOutcome.Duplicate);
    }

    [Fact]
    public async Task A_ticket_that_rests_on_them_alone_returns_to_review_and_the_group_hears_so()
    {
        int number = await TicketOfAsync("m1", "12号楼电梯坏了，一直没人来修", "u1");
        (await _host.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, (await LoadAsync(number)).Version, "王芳"), Token)).IsDone.ShouldBeTrue();
        await Eventually.TrueAsync(() => ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => row.Ticket == number && row.State == OutboxState.Sent, Token)), "the receipt is said");

        await HearAsync(Taken("m1"));
        Ticket ticket = await LoadAsync(number);
        ticket.State.ShouldBe(TicketState.Captured);
        ticket.Reports.ShouldHaveSingleItem().Text.ShouldBe(Message.Hidden);
        ticket.History[^1].Kind.ShouldBe(TicketEventKind.Recalled);
        (await ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(row => row.Corrects != null, Token))).Text
            .ShouldBe($"【更正】原话已撤回，{number}号先由网格员再看一遍。");
    }

    [Fact]
    public async Task A_ticket_that_others_reported_too_goes_on()
    {
        int number = await TicketOfAsync("m1", "12号楼电梯坏了，一直没人来修", "u1");
        await HearAsync(Said("m2", "12号楼电梯是坏了，我也被困过", "u2"));
        await Eventually.TrueAsync(async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return (await LoadAsync(number)).Reports.Count == 2; }, "the second report joins");
        (await _host.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, (await LoadAsync(number)).Version, "王芳"), Token)).IsDone.ShouldBeTrue();

        await HearAsync(Taken("m1"));
        Ticket ticket = await LoadAsync(number);
        ticket.State.ShouldBe(TicketState.Accepted);
        ticket.Reports.Select(report => report.RecalledAt is null).ShouldBe([false, true], ignoreOrder: true);
        (await ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => row.Corrects != null, Token))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_recall_that_overtakes_its_message_holds()
    {
        (await HearAsync(Taken("m1"))).ShouldBe(ReceptionOutcome.Accepted);
        (await HearAsync(Said("m1", "12号楼电梯坏了", "u1"))).ShouldBe(ReceptionOutcome.Conflict);
        (await MessageAsync("m1")).Text.ShouldBe(Message.Hidden);
    }

    [Fact]
    public async Task Changed_words_take_the_place_of_the_first()
    {
        await HearAsync(Said("m1", "12号楼电梯坏了，一直没人来修", "u1"));
        Activity changed = Said("m1", "2号楼电梯坏了，一直没人来修", "u1") with { Type = ActivityTypes.Update };
        (await HearAsync(changed)).ShouldBe(ReceptionOutcome.Accepted);
        (await HearAsync(changed)).ShouldBe(ReceptionOutcome.Duplicate);
        await Eventually.TrueAsync(async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return await ReadAsync(db => db.Set<Ticket>().AnyAsync(Token)); }, "a ticket opens");
        (await ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Location).ToListAsync(Token))).ShouldBe(["2号楼"]);
    }

    [Fact]
    public async Task Every_wording_is_taken_back_with_the_message()
    {
        await HearAsync(Said("m1", "12号楼电梯坏了，一直没人来修", "u1"));
        (await HearAsync(Changed("m1", "2号楼电梯坏了，一直没人来修"))).ShouldBe(ReceptionOutcome.Accepted);
        (await HearAsync(Changed("m1", "3号楼电梯坏了，一直没人来修"))).ShouldBe(ReceptionOutcome.Accepted);
        (await StandingAsync("m1")).ShouldBe(["3号楼电梯坏了，一直没人来修"]);
        (await HearAsync(Changed("m1", "2号楼电梯坏了，一直没人来修"))).ShouldBe(ReceptionOutcome.Duplicate, "late, and replaced since");
        (await StandingAsync("m1")).ShouldBe(["3号楼电梯坏了，一直没人来修"]);

        (await HearAsync(Taken("m1"))).ShouldBe(ReceptionOutcome.Accepted);
        (await StandingAsync("m1")).ShouldBeEmpty();
        (await HearAsync(Changed("m1", "4号楼电梯坏了，一直没人来修"))).ShouldBe(ReceptionOutcome.Ignored, "an edit after the recall");
        (await StandingAsync("m1")).ShouldBeEmpty();
        (await HearAsync(Taken("m1"))).ShouldBe(ReceptionOutcome.Duplicate);
    }

    [Fact]
    public async Task An_edit_that_changes_no_words_changes_nothing()
    {
        int number = await TicketOfAsync("m1", "12号楼电梯坏了，一直没人来修", "u1");
        (await _host.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, (await LoadAsync(number)).Version, "王芳"), Token)).IsDone.ShouldBeTrue();
        (await HearAsync(Changed("m1", "12号楼电梯坏了，一直没人来修"))).ShouldBe(ReceptionOutcome.Duplicate);
        (await LoadAsync(number)).State.ShouldBe(TicketState.Accepted);
        (await StandingAsync("m1")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_heard_before_the_group_was_known_is_taken_back_too()
    {
        await HearAsync(Said("m1", "12号楼电梯坏了，一直没人来修", "u1"));
        long id = await ReadAsync(db => db.Set<ConversationReference>().Select(known => known.Id).SingleAsync(Token));
        (await _host.Get<ConversationBook>().AssignAsync(id, "春和苑二网格群", "管理员", Token)).ShouldBeNull();
        (await HearAsync(Taken("m1"))).ShouldBe(ReceptionOutcome.Accepted);
        (await MessageAsync("m1")).Text.ShouldBe(Message.Hidden);
    }

    [Fact]
    public async Task Of_several_lines_taken_back_one_by_one_the_answer_is_corrected()
    {
        await HearAsync(Said("m1", "12号楼电梯坏了", "u1"));
        await HearAsync(Said("m2", "一直没人来修，老人下不了楼", "u1"));
        await Eventually.TrueAsync(async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return await ReadAsync(db => db.Set<Ticket>().AnyAsync(Token)); }, "a ticket opens");
        int number = await ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Number).SingleAsync(Token));
        (await LoadAsync(number)).Reports.Count.ShouldBe(2);
        await Eventually.TrueAsync(() => ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => row.Ticket == number && row.State == OutboxState.Sent, Token)), "the receipt is said");
        await HearAsync(Taken("m1"));
        await HearAsync(Taken("m2"));
        (await ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Corrects != null).Select(row => row.Text).ToListAsync(Token)))
            .ShouldBe([$"【更正】原话已撤回，{number}号先由网格员再看一遍。"]);
    }

    [Fact]
    public async Task A_receipt_that_still_waits_is_not_said_and_nobody_repeats_the_words()
    {
        _channel.Answer = (_, _) => Task.FromResult(new SendResult(SendOutcome.TryLater, "晚一点"));
        int number = await TicketOfAsync("m1", "12号楼电梯坏了，一直没人来修，大家天天爬楼上下班", "u1");
        await HearAsync(Taken("m1"));
        List<OutboxMessage> rows = await ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Ticket == number).ToListAsync(Token));
        rows.Where(row => row.Conversation == Group).ShouldAllBe(row => row.State == OutboxState.Withdrawn);
        rows.ShouldAllBe(row => !row.Text.Contains("爬楼"));
    }

    [Fact]
    public async Task The_memory_of_triage_is_never_built_anew_because_residents_take_words_back()
    {
        await TicketOfAsync("m1", "12号楼电梯坏了，一直没人来修", "u1");
        int builds = 0;
        void Count() => builds++;
        _host.Get<Inbox>().Changed += Count;
        await HearAsync(Changed("m1", "12号楼电梯坏了，有人困在里面"));
        await HearAsync(Taken("hello"));
        await HearAsync(Taken("nobody"));
        builds.ShouldBe(0, "of what was decided, and of what was never heard");
        for (int n = 0; n < 20; n++)
        {
            await HearAsync(Said($"w{n}", "9号楼楼道灯不亮了", "u2"));
            await HearAsync(Taken($"w{n}"));
        }
        builds.ShouldBe(0, "whoever writes and takes back all day costs nobody else anything");
        _host.Get<Inbox>().Changed -= Count;
        for (int n = 0; n < 40; n++) { _clock.Advance(TimeSpan.FromSeconds(5)); }
        await HearAsync(Said("m3", "7号楼水管漏水了，楼道都是水", "u3"));
        await Eventually.TrueAsync(
            async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return await ReadAsync(db => db.Set<Ticket>().AnyAsync(ticket => ticket.Location == "7号楼", Token)); }, "triage goes on");
        (await ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Location).ToListAsync(Token))).ShouldNotContain("9号楼");
    }

    [Fact]
    public async Task What_else_they_said_in_one_breath_stands()
    {
        await HearAsync(Said("m1", "12号楼电梯坏了，一直没人来修", "u1"));
        await HearAsync(Said("m2", "9号楼楼道灯不亮了，晚上看不见", "u1"));
        await HearAsync(Taken("m1"));
        await TicketAloneAsync("9号楼");
    }

    [Fact]
    public async Task What_was_taken_back_while_it_was_being_decided_leaves_the_rest_to_be_heard()
    {
        await HearAsync(Said("m1", "12号楼电梯坏了，一直没人来修", "u1"));
        await HearAsync(Said("m2", "9号楼楼道灯不亮了，晚上看不见", "u1"));
        // closed at once, so that it tells that what came before was heard
        await HearAsync(Said("m3", "救命！7号楼电梯困人了", "u3"));
        await Eventually.TrueAsync(() => ReadAsync(db => db.Set<Message>().AnyAsync(message => message.MessageId == "m3" && message.State == MessageState.Decided, Token)), "triage has come so far");
        // triage has not been told yet
        await _host.Get<WriteQueue>().RunAsync(
            (db, token) => db.Set<Message>().Where(message => message.MessageId == "m1").ExecuteUpdateAsync(
                set => set.SetProperty(message => message.RecalledAt, _clock.GetUtcNow()).SetProperty(message => message.State, MessageState.Ignored), token), Token);
        await Eventually.TrueAsync(
            async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return await ReadAsync(db => db.Set<Ticket>().AnyAsync(ticket => ticket.Location == "9号楼", Token)); }, "the rest is a ticket");
        (await ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Location).ToListAsync(Token))).ShouldBe(["7号楼", "9号楼"]);
    }

    private async Task TicketAloneAsync(string location)
    {
        await Eventually.TrueAsync(async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return await ReadAsync(db => db.Set<Ticket>().AnyAsync(Token)); }, "a ticket opens");
        (await ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Location).ToListAsync(Token))).ShouldBe([location]);
    }

    [Fact]
    public async Task Triage_goes_on_however_often_words_are_taken_back()
    {
        Inbox inbox = _host.Get<Inbox>();
        await using Timer timer = new(_ => inbox.Reread(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        await TicketOfAsync("m1", "12号楼电梯坏了，一直没人来修", "u1");
    }

    private async Task<List<string>> StandingAsync(string id) => await ReadAsync(db => db.Set<Message>()
        .Where(message => (message.MessageId == id || message.MessageId.StartsWith(id + "~")) && message.RecalledAt == null).Select(message => message.Text).ToListAsync(Token));

    private static Activity Changed(string id, string text) => Said(id, text, "u1") with { Type = ActivityTypes.Update };

    private async Task<int> TicketOfAsync(string id, string text, string from)
    {
        await HearAsync(Said(id, text, from));
        await Eventually.TrueAsync(async () => { _clock.Advance(TimeSpan.FromSeconds(5)); return await ReadAsync(db => db.Set<Ticket>().AnyAsync(Token)); }, "a ticket opens");
        return await ReadAsync(db => db.Set<Ticket>().Select(ticket => ticket.Number).SingleAsync(Token));
    }

    private Task<ReceptionOutcome> HearAsync(Activity activity) => _host.Get<Reception>().ReceiveAsync(new Heard(_channel, activity), Token);

    private static Activity Said(string id, string text, string from) => new()
    {
        Id = id,
        Text = text,
        From = new ChannelAccount(from, $"居民{from}"),
        Conversation = new ConversationAccount("c1", IsGroup: true),
    };

    private static Activity Taken(string id) => new() { Type = ActivityTypes.Delete, Id = id, Conversation = new ConversationAccount("c1", IsGroup: true) };

    private Task<Message> MessageAsync(string id) => ReadAsync(db => db.Set<Message>().SingleAsync(message => message.Channel == "stub" && message.MessageId == id, Token));

    private Task<Ticket> LoadAsync(int number) => ReadAsync(db =>
        db.Set<Ticket>().Include(ticket => ticket.Reports).Include(ticket => ticket.History).AsSplitQuery().SingleAsync(ticket => ticket.Number == number, Token));

    private async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }
}
