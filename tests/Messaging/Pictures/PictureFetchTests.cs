using System.Collections.Concurrent;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Pictures;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging.Pictures;

public sealed class PictureFetchTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly StubChannel _channel = new() { Capabilities = new Capabilities(Hearing.All) { Pictures = true, KeepsItsWords = true } };
    private readonly StubSource _source = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_picture_is_fetched_at_once_and_stored_clean()
    {
        await using StorageHost host = await StartAsync();
        (await HearAsync(host, "1", "secret-address")).ShouldBe(ReceptionOutcome.Accepted);
        Message message = await host.ReadAsync(db => db.Set<Message>().SingleAsync(Token));
        string name = message.Images.ShouldHaveSingleItem();
        PictureNames.Is(name).ShouldBeTrue();
        message.Text.ShouldBe("[图片]");
        Picture picture = await BecomesAsync(host, name, PictureState.Kept);
        picture.Source.ShouldBeNull();
        PhotoStore photos = host.Services.GetRequiredService<PhotoStore>();
        photos.Find(name)!.Value.ContentType.ShouldBe("image/jpeg");
        FolderSearch.Find(Path.Combine(_folder.Path, "photos"), "camera-of-chen").ShouldBeEmpty();
        (await host.Services.GetRequiredService<PictureBook>().WhyMissingAsync(name, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_that_comes_again_is_fetched_once()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "1", "a", "b");
        for (int i = 0; i < 20; i++) { (await HearAsync(host, "1", "a", "b")).ShouldBe(ReceptionOutcome.Duplicate); }
        await Eventually.TrueAsync(() => host.ReadAsync(async db => await db.Set<Picture>().CountAsync(picture => picture.State == PictureState.Kept, Token) == 2), "both kept");
        _source.Asked.Order().ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task What_cannot_be_had_now_is_tried_while_its_address_lives_also_after_a_restart()
    {
        _source.Answer = _ => throw new HttpRequestException("https://vendor.example/?secret=1");
        string name;
        await using (StorageHost host = await StartAsync())
        {
            await HearAsync(host, "1", "a");
            name = (await host.ReadAsync(db => db.Set<Message>().SingleAsync(Token))).Images[0];
            await TriedAsync(host, name, 1);
            (await host.Services.GetRequiredService<PictureBook>().WhyMissingAsync(name, Token)).ShouldBe("照片正在取，过一会儿刷新");
        }
        await using (StorageHost host = await StartAsync())
        {
            for (int tries = 2; (await RowAsync(host, name)).State == PictureState.Waiting; tries++)
            {
                DateTimeOffset due = (await RowAsync(host, name)).NextAt;
                await Eventually.TrueAsync(() => _clock.NextTimer <= due, "a timer for the next try");
                _clock.AdvanceTo(due);
                await TriedAsync(host, name, tries);
            }
            (await host.Services.GetRequiredService<PictureBook>().WhyMissingAsync(name, Token)).ShouldBe("照片没取到：一直取不到，渠道上的地址已经过期");
            (await RowAsync(host, name)).Source.ShouldBeNull();
        }
        _source.Asked.Count.ShouldBeInRange(4, 12);
    }

    [Fact]
    public async Task A_full_disk_is_tried_again_with_a_pause()
    {
        await using StorageHost host = await StartAsync();
        string photos = Path.Combine(_folder.Path, "photos");
        if (Directory.Exists(photos)) { Directory.Delete(photos, recursive: true); }
        await File.WriteAllTextAsync(photos, "no folder", Token);
        await HearAsync(host, "1", "a");
        string name = (await host.ReadAsync(db => db.Set<Message>().SingleAsync(Token))).Images[0];
        await TriedAsync(host, name, 1);
        Picture waiting = await RowAsync(host, name);
        waiting.State.ShouldBe(PictureState.Waiting);
        waiting.NextAt.ShouldBeGreaterThan(_clock.GetUtcNow());
        File.Delete(photos);
        await Eventually.TrueAsync(() => _clock.NextTimer <= waiting.NextAt, "a timer for the next try");
        _clock.AdvanceTo(waiting.NextAt);
        await BecomesAsync(host, name, PictureState.Kept);
        _source.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_vendor_that_does_not_answer_makes_nobody_elses_late()
    {
        HangingSource hanging = new();
        await using StorageHost host = await StorageHost.StartAsync(
            _folder.Path, _clock, services => services.AddSingleton<IChannel>(_channel).AddSingleton<IPictureSource>(hanging).AddSingleton<IPictureSource>(_source), ("Privacy:Consent", ""));
        DateTimeOffset now = _clock.GetUtcNow();
        await host.Writes.RunAsync(
            (db, _) =>
            {
                db.Add(new Picture { Name = "other.jpg", Channel = hanging.Channel, Conversation = "c", MessageId = "1", Source = "x", HeardAt = now, NextAt = now });
                return Task.CompletedTask;
            },
            Token);
        await HearAsync(host, "1", "a");
        await hanging.WasAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        await HearAsync(host, "2", "b");
        await Eventually.TrueAsync(() => host.ReadAsync(async db => await db.Set<Picture>().CountAsync(picture => picture.State == PictureState.Kept, Token) == 2), "both kept");
    }

    [Fact]
    public async Task What_is_refused_says_why()
    {
        await using StorageHost host = await StartAsync();
        _source.Answer = _ => new FetchedPicture.Content("<script>alert(1)</script>"u8.ToArray());
        await HearAsync(host, "1", "a");
        string name = (await host.ReadAsync(db => db.Set<Message>().SingleAsync(Token))).Images[0];
        (await BecomesAsync(host, name, PictureState.GivenUp)).Reason.ShouldBe("不是能看的照片（只收 JPEG、PNG、GIF、WebP）");
        using MemoryStream endless = new(new byte[PhotoStore.LargestFetched + 1]);
        (await FetchedPicture.ReadAsync(endless, Token)).ShouldBe(new FetchedPicture.Gone("照片太大，超过10兆"));
    }

    [Fact]
    public async Task A_picture_of_what_is_taken_back_goes_with_it()
    {
        await using StorageHost host = await StartAsync();
        await HearAsync(host, "1", "a");
        string name = (await host.ReadAsync(db => db.Set<Message>().SingleAsync(Token))).Images[0];
        await BecomesAsync(host, name, PictureState.Kept);
        await host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, Said("1") with { Type = ActivityTypes.Delete }), Token);
        host.Services.GetRequiredService<PhotoStore>().Find(name).ShouldBeNull();
        (await host.ReadAsync(db => db.Set<Picture>().AnyAsync(Token))).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_fetched_of_who_wishes_not_to_be_recorded()
    {
        await using StorageHost host = await StartAsync();
        await host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, Said("1") with { Text = "不要记录我" }), Token);
        (await HearAsync(host, "2", "a")).ShouldBe(ReceptionOutcome.Ignored);
        (await host.ReadAsync(db => db.Set<Picture>().AnyAsync(Token))).ShouldBeFalse();
    }

    private Task<StorageHost> StartAsync() => StorageHost.StartAsync(
        _folder.Path, _clock, services => services.AddSingleton<IChannel>(_channel).AddSingleton<IPictureSource>(_source), ("Privacy:Consent", ""));

    private Task<ReceptionOutcome> HearAsync(StorageHost host, string id, params string[] sources) => host.Services.GetRequiredService<Reception>().ReceiveAsync(
        new Heard(_channel, Said(id) with { Attachments = [.. sources.Select(source => new Attachment("image/*", source))] }), Token);

    private static Activity Said(string id) => new()
    {
        Id = id,
        From = new ChannelAccount("u1", "小陈"),
        Conversation = new ConversationAccount("c1", IsGroup: true, "一群"),
    };

    private static Task<Picture> RowAsync(StorageHost host, string name) => host.ReadAsync(db => db.Set<Picture>().SingleAsync(picture => picture.Name == name, Token));

    private static async Task<Picture> BecomesAsync(StorageHost host, string name, PictureState state)
    {
        await Eventually.TrueAsync(async () => (await RowAsync(host, name)).State == state, $"{state}");
        return await RowAsync(host, name);
    }

    private static Task TriedAsync(StorageHost host, string name, int tries) =>
        Eventually.TrueAsync(async () => (await RowAsync(host, name)).Attempts >= tries, $"{tries} tries");

    private sealed class HangingSource : IPictureSource
    {
        public string Channel => "other";

        public TimeSpan Lives => TimeSpan.FromMinutes(5);

        public TaskCompletionSource WasAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<FetchedPicture> FetchAsync(Picture picture, CancellationToken cancellationToken)
        {
            WasAsked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new FetchedPicture.Later();
        }
    }

    private sealed class StubSource : IPictureSource
    {
        public string Channel => "stub";

        public TimeSpan Lives => TimeSpan.FromMinutes(5);

        public ConcurrentQueue<string> Asked { get; } = [];

        public Func<Picture, FetchedPicture> Answer { get; set; } = _ => new FetchedPicture.Content(TestPictures.JpegWithSecrets());

        public Task<FetchedPicture> FetchAsync(Picture picture, CancellationToken cancellationToken)
        {
            Asked.Enqueue(picture.Source!);
            return Task.FromResult(Answer(picture));
        }
    }
}
