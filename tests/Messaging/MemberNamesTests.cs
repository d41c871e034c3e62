using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;
using Tests.Tickets;
using Heard = Bot.Messaging.Receiving.Heard;

namespace Tests.Messaging;

/// <summary>A name of the directory is nobody's but theirs, whenever it came into the directory.</summary>
public sealed class MemberNamesTests : IAsyncLifetime
{
    private readonly StubChannel _channel = new();
    private BotHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync(change: services => services.AddSingleton<IChannel>(_channel));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_bore_a_name_before_it_stood_in_the_directory_is_told_apart_with_what_they_said()
    {
        await HearAsync("1", "fake", "金阿姨", "大家好");
        await _host.Get<WriteQueue>().RunAsync(
            (db, _) =>
            {
                Ticket ticket = Ticket();
                ticket.Reports.AddRange([Report("1", "stub", "金阿姨"), Report("2", "other", "金阿姨")]);
                ticket.Ratings.Add(new TicketRating { By = "金阿姨" });
                db.Add(ticket);
                db.Add(Asked("stub", "金阿姨"));
                db.Add(new Message { Channel = "stub", Conversation = "群", MessageId = "bot", Sender = "金阿姨", Role = SenderRole.Bot, Text = "好", State = MessageState.Ignored });
                return Task.CompletedTask;
            },
            Token);
        (await _host.Get<CommunityStore>().SavePersonAsync(new Person("金阿姨"), Token)).ShouldBeNull();
        await Eventually.TrueAsync(async () => await NameAsync("fake") == "金阿姨（未核对）", "the member is told apart");

        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        (await SenderAsync(db, "1")).ShouldBe("金阿姨（未核对）");
        (await SenderAsync(db, "bot")).ShouldBe("金阿姨");
        Ticket kept = await db.Set<Ticket>().Include(ticket => ticket.Reports).Include(ticket => ticket.Ratings).SingleAsync(ticket => ticket.Number == 9001, Token);
        kept.Reports.Select(report => (report.Channel, report.Sender)).ShouldBe([("stub", "金阿姨（未核对）"), ("other", "金阿姨")], ignoreOrder: true);
        kept.Ratings.Select(rating => rating.By).ShouldBe(["金阿姨（未核对）"]);
        (await db.Set<AskedQuestion>().Select(asked => asked.Asker).SingleAsync(Token)).ShouldBe("金阿姨（未核对）");
    }

    [Fact]
    public async Task Who_is_no_longer_that_person_does_not_keep_the_name()
    {
        await HearAsync("1", "u1", "金阿姨", "大家好");
        await _host.Get<WriteQueue>().RunAsync((db, token) => db.Set<Member>().ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, "金阿姨"), token), Token);
        (await _host.Get<CommunityStore>().SavePersonAsync(new Person("金阿姨"), Token)).ShouldBeNull();
        await HearAsync("2", "u1", "金阿姨", "在吗");
        (await NameAsync("u1")).ShouldBe("金阿姨", "known to be her");

        long id = await ReadAsync(db => db.Set<Member>().Select(member => member.Id).SingleAsync(Token));
        (await _host.Get<MemberBook>().NameAsync(id, null, Token)).ShouldBeNull();
        (await NameAsync("u1")).ShouldBe("金阿姨（未核对）");
    }

    [Fact]
    public async Task What_was_said_under_a_name_that_two_bore_stays_as_it_is()
    {
        await HearAsync("1", "fake", "金阿姨", "大家好");
        await HearAsync("2", "real", "小金", "大家好");
        await _host.Get<WriteQueue>().RunAsync(
            (db, token) => db.Set<Member>().Where(member => member.ExternalId == "real").ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, "金阿姨"), token), Token);
        (await _host.Get<CommunityStore>().SavePersonAsync(new Person("金阿姨"), Token)).ShouldBeNull();
        await Eventually.TrueAsync(async () => await NameAsync("fake") == "金阿姨（未核对）", "the member is told apart");
        (await ReadAsync(db => SenderAsync(db, "1"))).ShouldBe("金阿姨");
    }

    private Task<ReceptionOutcome> HearAsync(string id, string from, string name, string text) => _host.Get<Reception>().ReceiveAsync(
        new Heard(_channel, new Activity
        {
            Id = id,
            Text = text,
            From = new ChannelAccount(from, name),
            Conversation = new ConversationAccount("c1", IsGroup: true, "新来的群"),
        }),
        Token);

    private static Ticket Ticket()
    {
        Ticket ticket = Given.Ticket(9001);
        ticket.Reports.Clear();
        return ticket;
    }

    private static TicketReport Report(string id, string channel, string sender) => new()
    {
        Group = Given.Group,
        Channel = channel,
        Conversation = Given.Group,
        MessageId = id,
        Sender = sender,
        Text = "电梯咔咔响",
        Time = Given.Now,
    };

    private static AskedQuestion Asked(string channel, string asker) => new()
    {
        Question = "几点开门",
        Asker = asker,
        Group = Given.Group,
        Channel = channel,
        Conversation = Given.Group,
        MessageId = "q",
        AskedAt = Given.Now,
        Reply = "九点",
    };

    private Task<string> NameAsync(string member) => ReadAsync(db => db.Set<Member>().Where(known => known.ExternalId == member).Select(known => known.Name).SingleAsync(Token));

    private static Task<string> SenderAsync(BotDbContext db, string id) =>
        db.Set<Message>().Where(message => message.Channel == "stub" && message.MessageId == id).Select(message => message.Sender).SingleAsync(Token);

    private async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }
}
