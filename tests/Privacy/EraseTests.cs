using System.Net;
using Bot.Answers.Library;
using Bot.Audit;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Bot.Messaging.Privacy;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tickets;
using Knowledge.Stores;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Privacy;

public sealed class EraseTests : IDisposable
{
    private const string Picture = "p0123456789abcdef0123456789abcdef";
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_of_a_person_is_left_in_any_file()
    {
        await using (BotHost host = await SeededAsync())
        {
            using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
            string found = WebUtility.HtmlDecode(await (await admin.PostFormAsync("/console/privacy", "/console/privacy/find", ("name", "金丝雀"))).Content.ReadAsStringAsync(Token));
            found.ShouldContain(Canary.Name);
            found.ShouldContain("消息1条，工单原话1条，问题1个，评价1条");
            string who = (await WhoAsync(host)).ToString();
            HttpResponseMessage export = await admin.PostFormAsync("/console/privacy", "/console/privacy/export", ("who", who));
            export.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            (await admin.PostFormAsync("/console/privacy", "/console/privacy/erase", ("who", who), ("typed", "金丝雀"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
            Canary.Find(_folder.Path, Canary.Copied).ShouldNotBeEmpty("the search finds what is there");

            (await admin.PostFormAsync("/console/privacy", "/console/privacy/erase", ("who", who), ("typed", Canary.Name))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            foreach (string words in new[] { Canary.Name, Canary.Copied, "u-canary", "c-canary", "909室", "金丝雀一号" }) { Canary.Find(_folder.Path, words).ShouldBeEmpty(words); }
            host.Get<PhotoStore>().Find(Picture).ShouldBeNull();
            await TheRestStandsAsync(host);
            AuditEntry line = await ReadAsync(host, db => db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "privacy/erase", Token));
            (line.Person, line.Target, line.Detail).ShouldBe(("管理员", null, "1条消息，1条工单原话"));
        }
    }

    [Fact]
    public async Task A_file_that_was_written_to_and_fro_holds_no_remains()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        for (int n = 0; n < 600; n++)
        {
            // of all lengths and between those of others, so that pages of the file are split and joined
            string text = string.Concat(Enumerable.Repeat(n % 2 == 0 ? Canary.Words : Canary.OtherWords, 1 + (n * 7 % 23)));
            InboundMessage message = new(Canary.Channel, Canary.Group, $"{n}", n % 2 == 0 ? Canary.Name : Canary.Other, SenderRole.Bot, text);
            await host.Get<Inbox>().AcceptAsync(message, Token);
            if (n % 50 == 0)
            {
                await host.Get<WriteQueue>().RunAsync((db, token) => db.Set<Message>().Where(old => old.MessageId == $"{n - 7}").ExecuteDeleteAsync(token), Token);
            }
        }
        (await host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(new PersonKey(Channel: Canary.Channel, Sender: Canary.Name), Canary.Name, []), Token)).Messages.ShouldBeGreaterThan(290);
        Canary.Find(_folder.Path, Canary.Copied).ShouldBeEmpty();
        Canary.Find(_folder.Path, Canary.Name).ShouldBeEmpty();
        Canary.Find(_folder.Path, Canary.OtherWords).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Wishes_are_counted_as_wishes_and_not_as_people()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        await host.Get<WriteQueue>().RunAsync(
            (db, _) =>
            {
                // one person of older programs, kept for the channel and for each group they spoke in
                db.AddRange(
                    new UnrecordedSender { Channel = Canary.Channel, Sender = "~1", Since = DateTimeOffset.UnixEpoch },
                    new UnrecordedSender { Channel = Canary.Channel, Sender = "~2", Since = DateTimeOffset.UnixEpoch });
                return Task.CompletedTask;
            },
            Token);
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        WebUtility.HtmlDecode(await admin.GetStringAsync("/console/privacy", Token)).ShouldContain("记着2条“不要记录我”（同一个人可能不止一条）");
    }

    [Theory]
    [InlineData("陈秀兰")]
    [InlineData("网格小助手")]
    [InlineData("已删除的居民")]
    public async Task Staff_and_the_bot_are_not_erased(string name)
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        (await host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(new PersonKey(Channel: Canary.Channel, Sender: name), name, []), Token)).Refusal.ShouldNotBeNull();
    }

    private async Task<BotHost> SeededAsync()
    {
        BotHost host = await BotHost.StartAsync(_folder.Path);
        host.Get<PhotoStore>().Keep(Picture, TestPictures.JpegWithSecrets()).ShouldBeNull();
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await host.Get<WriteQueue>().RunAsync(
            (db, _) =>
            {
                Canary.Seed(db, 901, TicketState.Accepted, at, Picture);
                Canary.SeedKnown(db, at);
                return Task.CompletedTask;
            },
            Token);
        await Eventually.TrueAsync(() => host.Get<DocumentStore>().Serving is not null, "the knowledge base answers");
        await host.Get<Shelf>().SyncAsync([$"{Canary.Answer}901号"], Token);
        return host;
    }

    private static async Task<PersonKey> WhoAsync(BotHost host) => (await host.Get<PersonBook>().SearchAsync("金丝雀", Token)).ShouldHaveSingleItem().Key;

    private static async Task TheRestStandsAsync(BotHost host)
    {
        Ticket ticket = await ReadAsync(host, db => db.Set<Ticket>().Include(known => known.Reports).Include(known => known.History).SingleAsync(known => known.Number == 901, Token));
        ticket.Reports.Select(report => (report.Sender, report.Text)).ShouldBe([(GoneWords.Person, GoneWords.Erased), (Canary.Other, Canary.OtherWords)]);
        (ticket.VerifiedBy, ticket.Location, ticket.Left).ShouldBe((GoneWords.Person, "9号楼9单元", null));
        ticket.History.Count.ShouldBe(2);
        (await ReadAsync(host, db => db.Set<Message>().AnyAsync(message => message.Text == Canary.OtherWords, Token))).ShouldBeTrue();
        (await ReadAsync(host, db => db.Set<OutboxMessage>().SingleAsync(row => row.Key == "reply:901", Token))).Text.ShouldBe($"@{GoneWords.Person} 记下了：9号楼漏水（901号）");
        ShelfDocument kept = await ReadAsync(host, db => db.Set<ShelfDocument>().SingleAsync(row => row.Origin == ShelfOrigin.Answer, Token));
        (kept.Title, kept.Body).ShouldBe(("问901号", $"<!-- 也这样问：{Canary.OtherWords} -->\n{Canary.AnswerWords}\n"));
        host.Get<DocumentStore>().Serving!.Find(kept.Name)!.Mark.ShouldBe(StoreEntry.MarkOf(kept.ToStored(enabled: true)));
        OutboxMessage line = await ReadAsync(host, db => db.Set<OutboxMessage>().SingleAsync(row => row.Key.StartsWith("owner:901"), Token));
        (line.State, line.Text).ShouldBe((OutboxState.Draft, "901号工单：原话已按本人要求删除，请打开工单看"));
    }

    private static async Task<T> ReadAsync<T>(BotHost host, Func<BotDbContext, Task<T>> read)
    {
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await read(db);
    }
}
