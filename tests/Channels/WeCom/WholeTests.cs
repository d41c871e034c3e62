using System.Net;
using Bot.Channels.WeCom.Line;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>The whole program with a bot in a group, as its people see it.</summary>
public sealed class WholeTests : IAsyncLifetime
{
    private FakeGateway _gateway = null!;
    private BotHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await FakeGateway.StartAsync();
        _host = await BotHost.StartAsync(settings:
            [("Channels:WeCom:BotId", FakeGateway.BotId), ("Channels:WeCom:Secret", FakeGateway.Secret), ("Channels:WeCom:Gateway", _gateway.SocketAddress)]);
        await Eventually.TrueAsync(() => _gateway.IsConnected, "the connection");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task An_emergency_is_answered_in_the_group_at_once_and_the_page_tells_how_the_channel_stands()
    {
        await _gateway.CallAsync("req-1", WeComRig.Said("M1", "@网格助手 7号楼2单元好大的煤气味"));
        string[] said = [];
        await Eventually.TrueAsync(() => (said = Said("req-1")).Length == 2, "an answer, and the words of consent");
        said.ShouldContain(words => words.Contains("煤气", StringComparison.Ordinal) || words.Contains("燃气", StringComparison.Ordinal));
        said.ShouldContain(words => words.Contains("不要记录我", StringComparison.Ordinal));

        HttpClient admin = await _host.SignInAsync("管理员", "admin");
        string page = WebUtility.HtmlDecode(await admin.GetStringAsync("/console/channels/", Token));
        page.ShouldContain("企业微信");
        page.ShouldContain("已连接");
        page.ShouldNotContain(FakeGateway.Secret);
        Message stored = await ReadAsync(db => db.Set<Message>().SingleAsync(message => message.Channel == "wecom" && message.Role != SenderRole.Bot, Token));
        stored.Text.ShouldEndWith("7号楼2单元好大的煤气味");
        (await ReadAsync(db => db.Set<ConversationReference>().SingleAsync(Token))).ExternalId.ShouldBe("wrC1");
    }

    private string[] Said(string requestId) =>
        [.. _gateway.Of(Frames.Respond).Where(frame => (string?)frame["headers"]!["req_id"] == requestId).Select(frame => (string)frame["body"]!["stream"]!["content"]!)];

    private async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await read(db);
    }
}
