using Bot.Answers;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Channels.ChatRecord;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Privacy;

public sealed class RetentionTests : IDisposable
{
    private const string Ended = "p0123456789abcdef0123456789abcde1";
    private const string Open = "p0123456789abcdef0123456789abcde2";
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_too_old_leaves_the_files_and_what_is_open_stays()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset old = host.Get<TimeProvider>().GetUtcNow().AddDays(-181);
        await SeedAsync(host, 901, TicketState.Closed, old, Ended);
        await host.Get<WriteQueue>().RunAsync((db, token) => db.Set<Message>().ExecuteUpdateAsync(set => set.SetProperty(message => message.Time, old), token), Token);
        Canary.Find(_folder.Path, Canary.Copied).ShouldNotBeEmpty("the search finds what is there");

        RetentionRun run = await host.Get<Retention>().RunAsync(Token);
        run.Messages.ShouldBe(4);
        host.Get<PhotoStore>().Find(Ended).ShouldBeNull();
        // the examples that people taught the bot stay without a name
        await host.Get<WriteQueue>().RunAsync(
            async (db, token) =>
            {
                (await db.Set<MessageCorrection>().SingleAsync(token)).Sender.ShouldBe("居民");
                await db.Set<MessageCorrection>().ExecuteDeleteAsync(token);
                await db.Set<Correction>().ExecuteDeleteAsync(token);
                // so do the answers that were kept, without a name
                await db.Set<ShelfDocument>().Where(row => row.Origin == ShelfOrigin.Answer).ExecuteDeleteAsync(token);
                await db.Set<CheckQuestion>().ExecuteDeleteAsync(token);
                await db.Set<AskedQuestion>().ExecuteUpdateAsync(set => set.SetProperty(asked => asked.Title, (string?)null), token);
                // what waits for a yes is forgotten within a day, and staff's own notes and searches are staff's
                await db.Set<PastedRecord>().ExecuteDeleteAsync(token);
                await db.Database.ExecuteSqlAsync($"DELETE FROM saved_filters", token);
                await db.Database.ExecuteSqlAsync($"DELETE FROM shift_notes", token);
                await db.Database.ExecuteSqlAsync($"UPDATE ticket_events SET Note = NULL WHERE Kind = {(int)TicketEventKind.Noted}", token);
            },
            Token);
        await Eventually.TrueAsync(() => host.Get<DocumentStore>().Serving is not null, "the knowledge base answers");
        await host.Get<Shelf>().SyncAllAsync(adopt: false, Token);
        await host.Get<Database>().CheckpointAsync(Token);
        Canary.Find(_folder.Path, Canary.Copied).ShouldBeEmpty();
        Canary.Find(_folder.Path, Canary.OtherWords).ShouldBeEmpty();
        Canary.Find(_folder.Path, Canary.Name).ShouldBeEmpty();
        await using (BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token))
        {
            Ticket ticket = await db.Set<Ticket>().Include(known => known.Reports).SingleAsync(Token);
            (ticket.ReporterCount, ticket.VerifiedBy, ticket.Left).ShouldBe((2, "居民", null));
        }
        (await host.Get<Retention>().RunAsync(Token)).Messages.ShouldBe(0);
    }

    [Fact]
    public async Task Open_tickets_and_young_words_keep_theirs()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset now = host.Get<TimeProvider>().GetUtcNow();
        await SeedAsync(host, 901, TicketState.Accepted, now.AddDays(-300), Open);
        await SeedAsync(host, 902, TicketState.Closed, now.AddDays(-179), Ended);
        await host.Get<Retention>().RunAsync(Token);

        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        (await db.Set<TicketReport>().CountAsync(report => report.Text == Canary.Words, Token)).ShouldBe(2);
        (await db.Set<Message>().CountAsync(message => message.Text == Canary.Words, Token)).ShouldBe(2);
        (await db.Set<MessageDecision>().CountAsync(Token)).ShouldBe(4);
        (await db.Set<AskedQuestion>().CountAsync(asked => asked.Question == Canary.Words, Token)).ShouldBe(1, "a question is of no ticket");
        host.Get<PhotoStore>().Find(Open).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_ticket_that_ended_lately_keeps_its_words_and_photos()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset now = host.Get<TimeProvider>().GetUtcNow();
        await SeedAsync(host, 901, TicketState.Closed, now.AddDays(-200), Ended);
        await host.Get<WriteQueue>().RunAsync((db, token) => db.Set<TicketEvent>().ExecuteUpdateAsync(set => set.SetProperty(line => line.At, now.AddDays(-1)), token), Token);
        await host.Get<Retention>().RunAsync(Token);
        host.Get<PhotoStore>().Find(Ended).ShouldNotBeNull();
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        (await db.Set<Message>().CountAsync(message => message.Text == Canary.Words, Token)).ShouldBe(1);
        (await db.Set<TicketReport>().CountAsync(report => report.Sender == Canary.Name, Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_question_that_nobody_ever_answered_goes_too()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset now = host.Get<TimeProvider>().GetUtcNow();
        await SeedAsync(host, 901, TicketState.Closed, now.AddDays(-200), Ended);
        await host.Get<WriteQueue>().RunAsync((db, token) => db.Set<HandOff>().ExecuteUpdateAsync(set => set.SetProperty(item => item.State, HandOffState.Waiting), token), Token);
        await host.Get<Retention>().RunAsync(Token);
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        HandOff item = await db.Set<HandOff>().SingleAsync(Token);
        (item.State, item.Question, item.Added, item.Asker).ShouldBe((HandOffState.Dismissed, GoneWords.Expired, null, GoneWords.Resident));
    }

    [Fact]
    public void It_runs_every_day_and_catches_up()
    {
        CommunityClock china = CommunityClock.China;
        DateTimeOffset start = china.Instant(new DateTime(2026, 11, 22, 9, 0, 0));
        RetentionWorker.Due(null, start, china).ShouldBe(start);
        RetentionWorker.Due(china.Instant(new DateTime(2026, 11, 20, 4, 0, 0)), start, china).ShouldBe(start);
        RetentionWorker.Due(china.Instant(new DateTime(2026, 11, 22, 4, 0, 0)), start, china).ShouldBe(china.Instant(new DateTime(2026, 11, 23, 4, 0, 0)));
        RetentionWorker.Due(china.Instant(new DateTime(2026, 11, 22, 8, 0, 0)), start, china).ShouldBe(china.Instant(new DateTime(2026, 11, 23, 4, 0, 0)));
    }

    private static async Task SeedAsync(BotHost host, int number, TicketState state, DateTimeOffset at, string picture)
    {
        host.Get<PhotoStore>().Keep(picture, TestPictures.JpegWithSecrets()).ShouldBeNull();
        await host.Get<WriteQueue>().RunAsync(
            (db, _) =>
            {
                Canary.Seed(db, number, state, at, picture);
                return Task.CompletedTask;
            },
            Token);
    }
}
