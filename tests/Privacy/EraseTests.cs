using System.Net;
using Bot.Audit;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Bot.Messaging.Privacy;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tickets;
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
            HttpResponseMessage export = await admin.PostFormAsync("/console/privacy", "/console/privacy/export", ("name", Canary.Name));
            export.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            (await admin.PostFormAsync("/console/privacy", "/console/privacy/erase", ("name", Canary.Name), ("typed", "金丝雀"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
            Canary.Find(_folder.Path, Canary.Copied).ShouldNotBeEmpty("the search finds what is there");

            (await admin.PostFormAsync("/console/privacy", "/console/privacy/erase", ("name", Canary.Name), ("typed", Canary.Name))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            foreach (string words in new[] { Canary.Name, Canary.Copied, "u-canary", "c-canary" }) { Canary.Find(_folder.Path, words).ShouldBeEmpty(words); }
            host.Get<PhotoStore>().Find(Picture).ShouldBeNull();
            await TheRestStandsAsync(host);
            AuditEntry line = await ReadAsync(host, db => db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "privacy/erase", Token));
            (line.Person, line.Target, line.Detail).ShouldBe(("管理员", null, "1条消息，1条工单原话"));
        }
        await using (BotHost again = await BotHost.StartAsync(_folder.Path))
        {
            // the wish outlives the name
            AcceptResult result = await again.Get<Inbox>().AcceptAsync(new InboundMessage(Canary.Channel, Canary.Group, "later", Canary.Name, SenderRole.Resident, "在吗"), Token);
            result.Outcome.ShouldBe(AcceptOutcome.Unrecorded);
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
        (await host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(Canary.Name, Canary.Name), Token)).Messages.ShouldBeGreaterThan(290);
        Canary.Find(_folder.Path, Canary.Copied).ShouldBeEmpty();
        Canary.Find(_folder.Path, Canary.Name).ShouldBeEmpty();
        Canary.Find(_folder.Path, Canary.OtherWords).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("陈秀兰")]
    [InlineData("网格小助手")]
    [InlineData("已删除的居民")]
    public async Task Staff_and_the_bot_are_not_erased(string name)
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        (await host.Get<ErasePersonHandler>().HandleAsync(new ErasePerson(name, name), Token)).Refusal.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("小陈", "@小陈 记下了", "@已删除的居民 记下了")]
    [InlineData("小陈", "小陈", "已删除的居民")]
    [InlineData("小陈", "12-2-301小陈", "12-2-301小陈")]
    [InlineData("小陈", "@小陈·2 记下了", "@小陈·2 记下了")]
    [InlineData("小陈", "小陈妈妈", "小陈妈妈")]
    [InlineData("3-1-502", "13-1-502 和 3-1-5021", "13-1-502 和 3-1-5021")]
    [InlineData("3-1-502", "请3-1-502开门", "请已删除的居民开门")]
    public void A_name_is_taken_out_where_it_is_that_name(string name, string text, string without) => new NameSweep(name).Without(text).ShouldBe(without);

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
        return host;
    }

    private static async Task TheRestStandsAsync(BotHost host)
    {
        Ticket ticket = await ReadAsync(host, db => db.Set<Ticket>().Include(known => known.Reports).Include(known => known.History).SingleAsync(known => known.Number == 901, Token));
        ticket.Reports.Select(report => (report.Sender, report.Text)).ShouldBe([(GoneWords.Person, GoneWords.Erased), (Canary.Other, Canary.OtherWords)]);
        ticket.VerifiedBy.ShouldBe(GoneWords.Person);
        ticket.History.Count.ShouldBe(2);
        (await ReadAsync(host, db => db.Set<Message>().AnyAsync(message => message.Text == Canary.OtherWords, Token))).ShouldBeTrue();
        (await ReadAsync(host, db => db.Set<OutboxMessage>().SingleAsync(row => row.Key == "reply:901", Token))).Text.ShouldBe($"@{GoneWords.Person} 记下了：9号楼漏水（901号）");
        (await ReadAsync(host, db => db.Set<UnrecordedSender>().SingleAsync(Token))).Sender.ShouldStartWith("#");
    }

    private static async Task<T> ReadAsync<T>(BotHost host, Func<BotDbContext, Task<T>> read)
    {
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await read(db);
    }
}
