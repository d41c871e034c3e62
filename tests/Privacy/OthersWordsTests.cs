using Bot.Answers.Library.Checks;
using Bot.Messaging;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Privacy;

/// <summary>What is about others stays when one person is erased: a copy of that person's words goes out of it, and nothing more.</summary>
public sealed class OthersWordsTests : IDisposable
{
    private const string Place = "春和苑7号楼2单元";
    private const string Told = "我妈一个人在家腿脚不好下不了楼";
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_another_matter_at_the_same_entrance_everything_stays()
    {
        await using BotHost host = await SeededAsync();
        (await EraseAsync(host)).Messages.ShouldBe(2);

        await using BotDbContext db = await ReadAsync(host);
        Ticket ticket = await db.Set<Ticket>().Include(known => known.History).Include(known => known.Reports).SingleAsync(known => known.Number == 902, Token);
        ticket.History.ShouldHaveSingleItem().Note.ShouldBe($"到{Place}看过，换了门机");
        (ticket.Plan, ticket.Cause).ShouldBe(($"周五给{Place}换钢丝绳", $"{Place}电梯坏了，门机老化"));
        ticket.Reports.ShouldHaveSingleItem().Text.ShouldBe($"{Place}电梯坏了");
        (await RowAsync(db, "receipt")).ShouldBe(($"@小王 记下了：{Place}电梯坏了（902号）", OutboxState.Sent));
        (await RowAsync(db, "draft")).ShouldBe(($"@小王 {Place}电梯坏了，师傅下午到", OutboxState.Draft));
        (await RowAsync(db, "queued")).ShouldBe(($"{Place}电梯坏了，师傅下午到，请大家走楼梯", OutboxState.Queued));
        (await db.Set<CheckQuestion>().SingleAsync(Token)).Question.ShouldBe($"{Place}几点收垃圾");
    }

    [Fact]
    public async Task A_copy_in_what_is_about_others_goes_alone()
    {
        await using BotHost host = await SeededAsync();
        await WriteAsync(host, db =>
        {
            Ticket ticket = db.Set<Ticket>().Include(known => known.History).Single(known => known.Number == 902);
            ticket.Plan = $"先修电梯；楼上说“{Told}”，再去看看";
            ticket.History.Add(new TicketEvent { At = ticket.OpenedAt, Kind = TicketEventKind.Noted, By = "陈秀兰", Note = Told, Version = 2 });
            db.Add(Waiting("copies", OutboxState.Draft, $"@小王 楼上“{Told}”，我们先去看，您的下午修"));
            db.Add(Waiting("nothing-else", OutboxState.Draft, $"“{Told}”"));
        });
        await EraseAsync(host);

        await using BotDbContext db = await ReadAsync(host);
        Ticket ticket = await db.Set<Ticket>().Include(known => known.History).SingleAsync(known => known.Number == 902, Token);
        ticket.Plan.ShouldBe($"先修电梯；楼上说“{GoneWords.Erased}”，再去看看");
        ticket.History.OrderBy(line => line.Version).Select(line => line.Note).ShouldBe([$"到{Place}看过，换了门机", null]);
        (await RowAsync(db, "copies")).ShouldBe(($"@小王 楼上“{GoneWords.Erased}”，我们先去看，您的下午修", OutboxState.Draft));
        (await RowAsync(db, "nothing-else")).ShouldBe((GoneWords.Erased, OutboxState.Dropped));
        Canary.Find(_folder.Path, Told).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_their_own_matter_a_few_characters_take_the_text()
    {
        await using BotHost host = await SeededAsync();
        await WriteAsync(host, db => db.Add(Waiting("own", OutboxState.Draft, "@小雀 老人腿脚不好下不了楼，我们来背（901号）", ticket: 901)));
        await EraseAsync(host);
        await using BotDbContext db = await ReadAsync(host);
        (await RowAsync(db, "own")).ShouldBe((GoneWords.Erased, OutboxState.Dropped));
    }

    [Fact]
    public async Task However_much_waits_the_writer_holds_little_of_it_at_once()
    {
        await using BotHost host = await SeededAsync();
        await WriteAsync(host, db => db.AddRange(Enumerable.Range(0, 250).Select(n => Waiting($"many{n}", OutboxState.Muted, $"第{n}句：{Told}", ticket: 901))));
        int most = 0;
        host.Get<WriteQueue>().Witness = (db, _) =>
        {
            most = Math.Max(most, db.ChangeTracker.Entries<OutboxMessage>().Count());
            return Task.CompletedTask;
        };
        Actor.Current = new Actor("管理员", "127.0.0.1", "privacy/erase", null);
        await EraseAsync(host);
        Actor.Current = null;
        most.ShouldBeInRange(1, 100);
        await using BotDbContext db = await ReadAsync(host);
        (await db.Set<OutboxMessage>().CountAsync(row => row.Key.StartsWith("many") && row.State == OutboxState.Dropped, Token)).ShouldBe(250);
    }

    // 小雀 named the entrance and told of their mother; 小王 of the same entrance reported the lift
    private async Task<BotHost> SeededAsync()
    {
        BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db =>
        {
            db.AddRange(Canary.Heard("x1", "小雀", Place, at), Canary.Heard("x2", "小雀", $"{Place}电梯坏了，{Told}", at), Canary.Heard("y1", "小王", $"{Place}电梯坏了", at));
            db.AddRange(TicketOf(901, "小雀", $"{Place}电梯坏了，{Told}", "x2", at), TicketOf(902, "小王", $"{Place}电梯坏了", "y1", at));
            Ticket ticket = db.Set<Ticket>().Local.Single(known => known.Number == 902);
            (ticket.Plan, ticket.Cause) = ($"周五给{Place}换钢丝绳", $"{Place}电梯坏了，门机老化");
            ticket.History.Add(new TicketEvent { At = at, Kind = TicketEventKind.Noted, By = "陈秀兰", Note = $"到{Place}看过，换了门机", Version = 1 });
            db.AddRange(
                Waiting("receipt", OutboxState.Sent, $"@小王 记下了：{Place}电梯坏了（902号）", ticket: 902),
                Waiting("draft", OutboxState.Draft, $"@小王 {Place}电梯坏了，师傅下午到", ticket: 902),
                Waiting("queued", OutboxState.Queued, $"{Place}电梯坏了，师傅下午到，请大家走楼梯"));
            db.Add(new CheckQuestion { Question = $"{Place}几点收垃圾", AddedAt = at, AddedBy = "陈秀兰" });
        });
        return host;
    }

    private static Task<ErasedPerson> EraseAsync(BotHost host) =>
        host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(new PersonKey(Channel: Canary.Channel, Sender: "小雀"), "小雀", []), Token);

    private static async Task<(string Text, OutboxState State)> RowAsync(BotDbContext db, string key)
    {
        OutboxMessage row = await db.Set<OutboxMessage>().SingleAsync(row => row.Key == key, Token);
        return (row.Text, row.State);
    }

    private static Task WriteAsync(BotHost host, Action<BotDbContext> write) => host.Get<WriteQueue>().RunAsync(
        (db, _) =>
        {
            write(db);
            return Task.CompletedTask;
        },
        Token);

    private static Task<BotDbContext> ReadAsync(BotHost host) => host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);

    private static OutboxMessage Waiting(string key, OutboxState state, string text, int? ticket = null) => new()
    {
        Key = key,
        Channel = Canary.Channel,
        Conversation = Canary.Group,
        Text = text,
        Ticket = ticket,
        State = state,
    };

    private static Ticket TicketOf(int number, string sender, string text, string id, DateTimeOffset at)
    {
        Ticket ticket = new() { Number = number, State = TicketState.Accepted, Topic = "电梯", Matter = "电梯坏了", Group = Canary.Group, OpenedAt = at, DueAt = at, FirstDueAt = at, PromisedAt = at };
        ticket.Reports.Add(new TicketReport
        {
            Group = Canary.Group,
            Channel = Canary.Channel,
            Conversation = Canary.Group,
            MessageId = id,
            Sender = sender,
            Text = text,
            Time = at,
        });
        return ticket;
    }
}
