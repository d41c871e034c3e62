using System.Net;
using Bot.Audit;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Messaging;
using Tests.Support;

namespace Tests.Console;

public sealed class ChannelsPageTests : IAsyncLifetime
{
    private const string Page = "/console/channels";
    private const string Group = "春和苑一网格群";
    private readonly StubChannel _channel = new() { Capabilities = new(Hearing.WhenNamed) { SpeaksFirst = false } };
    private BotHost _host = null!;
    private HttpClient _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartAsync(change: services => services.AddSingleton<IChannel>(_channel));
        _admin = await _host.SignInAsync("管理员", Access.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Each_channel_says_honestly_what_it_hears_and_how_it_does()
    {
        _channel.Connection = new ConnectionState(false, _host.Get<TimeProvider>().GetUtcNow(), "被另一个程序顶下来了");
        string text = await _admin.GetTextAsync(Page);
        text.ShouldContain("只有@它的话，不是完整群聊");
        text.ShouldContain("有人找它才能回");
        text.ShouldContain("被另一个程序顶下来了");
        text.ShouldContain("聊天记录");
    }

    [Fact]
    public async Task A_connection_that_was_given_up_is_tried_again_by_a_person_and_that_is_on_record()
    {
        DateTimeOffset now = _host.Get<TimeProvider>().GetUtcNow();
        _channel.Connection = new ConnectionState(true, now, "已连接");
        (await _admin.GetTextAsync(Page)).ShouldNotContain("重新连接");
        await _admin.PostFormAsync(Page, $"{Page}/stub/reconnect");
        _channel.Reconnected.ShouldBe(0, "it is up");

        _channel.Connection = new ConnectionState(false, now, "被另一个程序顶下来了，没有再连") { IsGivenUp = true };
        string text = await _admin.GetTextAsync(Page);
        text.ShouldContain("重新连接");
        text.ShouldContain("它不会自己再连");
        await _admin.PostFormAsync(Page, $"{Page}/stub/reconnect", ("back", Page));
        _channel.Reconnected.ShouldBe(1);
        (await _admin.GetTextAsync(Page)).ShouldContain("正在重新连接试用渠道");
        AuditEntry line = await ReadAsync(db => db.Set<AuditEntry>().SingleAsync(line => line.Act == "channels/reconnect", Token));
        (line.Person, line.Target).ShouldBe(("管理员", "试用渠道"));
        await _admin.PostFormAsync(Page, $"{Page}/nothing/reconnect");
        (await _admin.GetTextAsync(Page)).ShouldContain("没有这个渠道");
    }

    [Fact]
    public async Task The_test_tells_what_is_wrong()
    {
        _channel.Test = "密钥不对";
        await _admin.PostFormAsync(Page, $"{Page}/stub/test");
        (await _admin.GetTextAsync(Page)).ShouldContain("试用渠道没有通：密钥不对。");
        _channel.Test = null;
        await _admin.PostFormAsync(Page, $"{Page}/stub/test");
        (await _admin.GetTextAsync(Page)).ShouldContain("试用渠道通的。");
    }

    [Fact]
    public async Task An_administrator_says_which_group_it_is_and_who_is_who()
    {
        await HearAsync("1", "大家好", "chen", "陈秀兰");
        string text = await _admin.GetTextAsync(Page);
        text.ShouldContain("新来的群");
        text.ShouldContain("还没选是哪个群");
        text.ShouldContain("陈秀兰（未核对）");

        long conversation = await ReadAsync(db => db.Set<ConversationReference>().Select(known => known.Id).SingleAsync(Token));
        long member = await ReadAsync(db => db.Set<Member>().Select(known => known.Id).SingleAsync(Token));
        (await _admin.PostFormAsync(Page, $"{Page}/conversations/{conversation}", ("group", Group))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _admin.PostFormAsync(Page, $"{Page}/members/{member}", ("person", "陈秀兰"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await HearAsync("2", "我去看看", "chen", "陈秀兰");

        Message said = await ReadAsync(db => db.Set<Message>().Where(message => message.Channel == "stub").OrderBy(message => message.Seq).LastAsync(Token));
        (said.Conversation, said.Sender, said.Role).ShouldBe((Group, "陈秀兰", SenderRole.Grid));
        (await _admin.GetTextAsync(Page)).ShouldContain("管理员选的");

        await _admin.PostFormAsync(Page, $"{Page}/conversations/{conversation}", ("group", "没有的群"));
        (await _admin.GetTextAsync(Page)).ShouldContain("没有保存：没有“没有的群”这个群");
    }

    [Fact]
    public async Task What_did_not_go_out_can_be_copied_or_sent_again()
    {
        _channel.Answer = (_, _) => Task.FromResult(new SendResult(SendOutcome.Refused, "机器人已被移出群"));
        await _host.Get<WriteQueue>().RunAsync((db, _) => Task.FromResult(_host.Get<Outbox>().Say(
            db, new OutboxMessage { Key = "k1", Channel = "stub", Conversation = Group, Text = "记下了（327号）" })), Token);
        await Eventually.TrueAsync(async () => (await _admin.GetTextAsync(Page)).Contains("没发出去（机器人已被移出群）", StringComparison.Ordinal), "the failure is shown");
        string html = await _admin.GetStringAsync(Page, Token);
        html.ShouldContain("复制文字");
        html.ShouldContain("七天里有1句没发出去");

        _channel.Answer = (_, _) => StubChannel.Is(SendOutcome.Sent);
        long id = await ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Key == "k1").Select(row => row.Id).SingleAsync(Token));
        await _admin.PostFormAsync(Page, $"/console/outbox/{id}/resend", ("back", Page));
        await Eventually.TrueAsync(() => ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => row.Key == "k1" && row.State == OutboxState.Sent, Token)), "sent again");
    }

    private Task<ReceptionOutcome> HearAsync(string id, string text, string from, string name) => _host.Get<Reception>().ReceiveAsync(
        new Heard(_channel, new Activity
        {
            Id = id,
            Text = text,
            From = new ChannelAccount(from, name),
            Conversation = new ConversationAccount("c1", IsGroup: true, "新来的群"),
        }),
        Token);

    private async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }
}
