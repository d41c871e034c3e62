using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Messaging.Members;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Knowledge;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Privacy;

/// <summary>Who is erased: that person, and nobody and nothing else.</summary>
public sealed class ErasePersonTests : IDisposable
{
    private const string Picture = "p0123456789abcdef0123456789abcdef";
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[")]
    [InlineData("Report")]
    [InlineData("stub")]
    [InlineData("春和苑一网格群")]
    [InlineData("11-20")]
    [InlineData("水")]
    public async Task Whatever_they_are_called_only_what_they_said_is_touched(string name)
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db =>
        {
            Canary.Seed(db, 901, TicketState.Accepted, at, Picture);
            db.Add(Canary.Heard("x1", name, "我家阳台的灯坏了", at));
        });
        (await EraseAsync(host, new PersonKey(Channel: Canary.Channel, Sender: name), name)).Messages.ShouldBe(1);

        await using BotDbContext db = await ReadAsync(host);
        (await db.Set<Message>().ToListAsync(Token)).Count.ShouldBe(4);
        (await db.Set<Message>().SingleAsync(message => message.MessageId == "m901", Token)).Images.ShouldBe([Picture]);
        (await db.Set<MessageDecision>().ToListAsync(Token)).ShouldAllBe(decision => decision.Kind == Kind.Issue);
        Ticket ticket = await db.Set<Ticket>().Include(known => known.Reports).SingleAsync(Token);
        ticket.Reports.Select(report => report.Text).ShouldBe([Canary.Words, Canary.OtherWords]);
        ticket.Group.ShouldBe(Canary.Group);
        (await db.Set<Alert>().SingleAsync(Token)).Text.ShouldContain(Canary.Copied);
    }

    [Fact]
    public async Task A_namesake_on_another_channel_and_a_longer_name_keep_theirs()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db =>
        {
            db.AddRange(Member("stub", "u1", "小雀"), Member("stub", "u2", "小雀（3号楼）"), Member("stub", "u3", "已删除的居民（3号楼）"), Member("other", "u1", "小雀"));
            db.AddRange(Canary.Heard("1", "小雀", "我的话", at), Canary.Heard("2", "小雀（3号楼）", "别人的话", at), Canary.Heard("3", "小雀", "别的渠道上的话", at, "other"));
        });
        IReadOnlyList<PersonFound> found = await host.Get<PersonBook>().SearchAsync("小雀", Token);
        found.Select(person => (person.Name, person.Channels.Single(), person.Messages)).ShouldBe(
            [("小雀", "stub", 1), ("小雀", "other", 1), ("小雀（3号楼）", "stub", 1)], ignoreOrder: true);
        (await EraseAsync(host, found.Single(person => person.Name == "小雀" && person.Channels.Contains("stub")).Key, "小雀")).Refusal.ShouldBeNull();

        await using BotDbContext db = await ReadAsync(host);
        (await db.Set<Member>().OrderBy(member => member.Id).Select(member => member.Name).ToListAsync(Token)).ShouldBe(["小雀（3号楼）", "已删除的居民（3号楼）", "小雀"]);
        (await db.Set<Message>().OrderBy(message => message.Seq).Select(message => message.Text).ToListAsync(Token)).ShouldBe(["别人的话", "别的渠道上的话"]);
    }

    [Fact]
    public async Task A_name_that_two_members_of_one_channel_bear_is_handed_out_and_erased_for_neither()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db =>
        {
            Member linked = Member("stub", "u1", "小雀");
            linked.Person = "雀阿姨";
            db.AddRange(linked, Member("stub", "u2", "雀阿姨"), Canary.Heard("1", "雀阿姨", "谁的话", at));
        });
        PersonKey hers = new("雀阿姨"), his = new(Member: await IdAsync(host, "u2"));
        foreach (PersonKey who in new[] { hers, his, new PersonKey(Channel: "stub", Sender: "雀阿姨") })
        {
            (await EraseAsync(host, who, "雀阿姨")).Refusal.ShouldNotBeNull().ShouldContain("同一个渠道里有两个人都叫“雀阿姨”");
            using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
            HttpResponseMessage answer = await admin.PostFormAsync("/console/privacy", "/console/privacy/export", ("who", who.ToString()));
            answer.Content.Headers.ContentType?.MediaType.ShouldNotBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            (await admin.GetTextAsync("/console/privacy")).ShouldContain("没有导出：同一个渠道里有两个人都叫“雀阿姨”");
        }
        ErasedPerson both = await host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(hers, "雀阿姨", [his]), Token);
        (both.Refusal, both.Messages).ShouldBe((null, 1), "somebody said that it is one person");
    }

    [Fact]
    public async Task Somebody_linked_is_one_person_with_what_they_said_before()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db =>
        {
            Member linked = Member("stub", "u1", "小雀");
            linked.Person = "雀阿姨";
            db.Add(linked);
            db.AddRange(Canary.Heard("1", "小雀", "以前的话", at), Canary.Heard("2", "雀阿姨", "后来的话", at), Canary.Heard("3", "老雀", "记录里的话", at, "record"));
        });
        PersonFound person = (await host.Get<PersonBook>().SearchAsync("小雀", Token)).ShouldHaveSingleItem();
        (person.Name, person.Messages).ShouldBe(("雀阿姨", 2));
        PersonKey ticked = (await host.Get<PersonBook>().SearchAsync("老雀", Token)).ShouldHaveSingleItem().Key;
        ErasedPerson erased = await host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(person.Key, "雀阿姨", [ticked]), Token);
        (erased.Refusal, erased.Messages).ShouldBe((null, 3));
        await using BotDbContext db = await ReadAsync(host);
        (await db.Set<Message>().AnyAsync(Token)).ShouldBeFalse();
        (await db.Set<Member>().AnyAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_call_that_nobody_has_answered_comes_first_and_staff_are_not_left_without_theirs()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db => Canary.Seed(db, 901, TicketState.Accepted, at, Picture));
        await WriteAsync(host, db =>
        {
            Alert alert = db.Set<Alert>().Single();
            (alert.AcknowledgedBy, alert.AcknowledgedAt, alert.NextAt) = (null, null, at.AddYears(1));
        });
        PersonKey who = new(Channel: Canary.Channel, Sender: Canary.Name);
        (await EraseAsync(host, who, Canary.Name)).Refusal.ShouldNotBeNull().ShouldContain("901号工单是紧急的");
        await using (BotDbContext db = await ReadAsync(host)) { (await db.Set<Message>().AnyAsync(message => message.Text == Canary.Words, Token)).ShouldBeTrue(); }
        await WriteAsync(host, db => (db.Set<Alert>().Single().AcknowledgedAt, db.Set<Alert>().Single().AcknowledgedBy) = (at, "陈秀兰"));
        (await EraseAsync(host, who, Canary.Name)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_words_of_somebody_else_stay()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db => db.AddRange(
            Canary.Heard("1", "小雀", Canary.Words, at), Canary.Heard("2", "小王", Canary.Words, at), Canary.Heard("3", "小王", $"我也是\n「{Canary.Words}」", at)));
        await EraseAsync(host, new PersonKey(Channel: Canary.Channel, Sender: "小雀"), "小雀");
        await using BotDbContext db = await ReadAsync(host);
        (await db.Set<Message>().OrderBy(message => message.Seq).Select(message => message.Text).ToListAsync(Token)).ShouldBe([Canary.Words, $"我也是\n「{GoneWords.Erased}」"]);
    }

    [Fact]
    public async Task What_a_crash_cut_short_is_begun_again()
    {
        PersonKey who = new(Channel: Canary.Channel, Sender: Canary.Name);
        await using (BotHost host = await BotHost.StartAsync(_folder.Path))
        {
            DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
            await WriteAsync(host, db =>
            {
                Canary.Seed(db, 901, TicketState.Accepted, at, Picture);
                // no message can go, as when the disk is full there
                db.Database.ExecuteSqlRaw("CREATE TRIGGER cut BEFORE DELETE ON messages BEGIN SELECT raise(ABORT, 'cut'); END");
            });
            await Should.ThrowAsync<Exception>(() => EraseAsync(host, who, Canary.Name));
        }
        await using (BotHost host = await BotHost.StartAsync(_folder.Path))
        {
            await WriteAsync(host, db => db.Database.ExecuteSqlRaw("DROP TRIGGER cut"));
            (await host.Get<PersonBook>().SearchAsync("金丝雀", Token)).ShouldHaveSingleItem().Key.ShouldBe(who);
            (await EraseAsync(host, who, Canary.Name)).Refusal.ShouldBeNull();
            Canary.Find(_folder.Path, Canary.Copied).ShouldBeEmpty();
            Canary.Find(_folder.Path, Canary.Name).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Words_that_somebody_still_reads_in_the_knowledge_base_are_not_said_to_be_gone()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await WriteAsync(host, db => db.AddRange(Canary.Heard("1", "小雀", Canary.Words, at), Canary.Heard("2", "小王", Canary.Words, at)));
        DocumentStore store = host.Get<DocumentStore>();
        await Eventually.TrueAsync(() => store.Serving is not null, "the knowledge base answers");
        await using (SqliteConnection reader = new($"Data Source={Path.Combine(store.Folder, "knowledge.db")};Pooling=False"))
        {
            await reader.OpenAsync(Token);
            await using SqliteTransaction reading = reader.BeginTransaction(deferred: true);
            await using SqliteCommand command = reader.CreateCommand();
            (command.Transaction, command.CommandText) = (reading, "SELECT count(*) FROM documents");
            await command.ExecuteScalarAsync(Token);
            store.Base!.Put(new Document("新来的", new DocumentHeader("新来的"), "周一开门。"));
            (await EraseAsync(host, new PersonKey(Channel: Canary.Channel, Sender: "小雀"), "小雀")).IsFlushed.ShouldBeFalse();
        }
        (await EraseAsync(host, new PersonKey(Channel: Canary.Channel, Sender: "小王"), "小王")).IsFlushed.ShouldBeTrue();
    }

    private static Task<ErasedPerson> EraseAsync(BotHost host, PersonKey who, string name) =>
        host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(who, name, []), Token);

    private static Task WriteAsync(BotHost host, Action<BotDbContext> write) => host.Get<WriteQueue>().RunAsync(
        (db, _) =>
        {
            write(db);
            return Task.CompletedTask;
        },
        Token);

    private static async Task<long> IdAsync(BotHost host, string member)
    {
        await using BotDbContext db = await ReadAsync(host);
        return await db.Set<Member>().Where(known => known.ExternalId == member).Select(known => known.Id).SingleAsync(Token);
    }

    private static Task<BotDbContext> ReadAsync(BotHost host) => host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);

    private static Member Member(string channel, string id, string name) => new() { Channel = channel, ExternalId = id, Name = name };
}
