using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.WebChat;

public sealed class ChatApiTests
{
    private const string Group = "春和苑一网格群";
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_stored_once()
    {
        await using BotHost host = await BotHost.StartAsync();
        object post = new { group = Group, person = "6号楼王阿姨", id = "m1", text = "6号楼电梯响", reply_to = "m0", images = new[] { "lift.jpg" } };
        JsonElement first = await PostAsync(host, post, HttpStatusCode.OK);
        first.GetProperty("duplicate").GetBoolean().ShouldBeFalse();
        JsonElement second = await PostAsync(host, post, HttpStatusCode.OK);
        second.GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        second.GetProperty("seq").GetInt64().ShouldBe(first.GetProperty("seq").GetInt64());
        JsonElement other = await PostAsync(host, new { group = Group, person = "6号楼王阿姨", id = "m1", text = "别的" }, HttpStatusCode.Conflict);
        other.GetProperty("error").GetString()!.ShouldContain("已经用在另一条消息上");

        Message stored = (await MessagesAsync(host)).ShouldHaveSingleItem();
        (stored.Channel, stored.Conversation, stored.MessageId, stored.Sender, stored.Role, stored.ReplyTo)
            .ShouldBe(("webchat", Group, "m1", "6号楼王阿姨", SenderRole.Resident, "m0"));
        stored.Images.ShouldBe(["lift.jpg"]);
    }

    [Theory]
    [InlineData("没有这个群", "6号楼王阿姨", "你好", "没有“没有这个群”这个群")]
    [InlineData(Group, "路人", "你好", "没有“路人”这个人")]
    [InlineData(Group, "街坊老马", "你好", "不在“春和苑一网格群”里")]
    [InlineData(Group, "6号楼王阿姨", " ", "消息是空的")]
    [InlineData(Group, null, "你好", "没有写是谁说的")]
    [InlineData(null, "6号楼王阿姨", "你好", "没有写在哪个群")]
    [InlineData("私信:陈秀兰", "6号楼王阿姨", "你好", "只能在自己的私信里说话")]
    public async Task What_cannot_be_taken_is_explained(string? group, string? person, string text, string why)
    {
        await using BotHost host = await BotHost.StartAsync();
        (await PostAsync(host, new { group, person, text }, HttpStatusCode.BadRequest)).GetProperty("error").GetString()!.ShouldContain(why);
        (await MessagesAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Length_counts()
    {
        await using BotHost host = await BotHost.StartAsync();
        await PostAsync(host, new { group = Group, person = "6号楼王阿姨", text = new string('电', 4000) }, HttpStatusCode.OK);
        (await PostAsync(host, new { group = Group, person = "6号楼王阿姨", text = new string('电', 4001) }, HttpStatusCode.BadRequest))
            .GetProperty("error").GetString()!.ShouldContain("最多 4000 个字");
        using StringContent broken = new("{\"group\":", System.Text.Encoding.UTF8, "application/json");
        (await host.Client.PostAsync("/playground/api/messages", broken, Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using StringContent huge = new($"{{\"text\":\"{new string('x', 100_000)}\"}}", System.Text.Encoding.UTF8, "application/json");
        (await host.Client.PostAsync("/playground/api/messages", huge, Token)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Roles_come_from_the_directory()
    {
        await using BotHost host = await BotHost.StartAsync();
        foreach ((string person, string id) in new[] { ("陈秀兰", "g"), ("物业张经理", "p"), ("周敏", "s"), ("管理员", "a"), ("3-1-502", "r") })
        {
            await PostAsync(host, new { group = Group, person, id, text = "收到" }, HttpStatusCode.OK);
        }
        (await MessagesAsync(host)).Select(message => message.Role)
            .ShouldBe([SenderRole.Grid, SenderRole.Property, SenderRole.Staff, SenderRole.Staff, SenderRole.Resident]);
    }

    [Fact]
    public async Task The_bots_words_are_said_once_and_never_triaged()
    {
        await using BotHost host = await BotHost.StartAsync();
        IChannel channel = host.Get<IEnumerable<IChannel>>().Single(known => known.Name == "webchat");
        OutboxMessage row = new() { Key = "reply:7", Channel = "webchat", Conversation = Group, Text = "记下了", ReplyTo = "m1" };
        for (int i = 0; i < 3; i++) { (await channel.SendAsync(row, Token)).Outcome.ShouldBe(SendOutcome.Sent); }
        Message said = (await MessagesAsync(host)).ShouldHaveSingleItem();
        (said.Role, said.State, said.Sender, said.ReplyTo).ShouldBe((SenderRole.Bot, MessageState.Ignored, "网格小助手", "m1"));
        channel.Capabilities.TakesIdempotencyKey.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Group, "6号楼王阿姨", "reply:7")]
    [InlineData("私信:陈秀兰", "陈秀兰", "alert:1:1:陈秀兰")]
    public async Task Nobody_takes_the_id_under_which_the_bot_will_speak(string group, string person, string id)
    {
        await using BotHost host = await BotHost.StartAsync();
        (await PostAsync(host, new { group, person, id, text = "哈" }, HttpStatusCode.BadRequest)).GetProperty("error").GetString()!.ShouldContain("冒号");
        await PostAsync(host, new { group, person, id = "taken", text = "哈" }, HttpStatusCode.OK);
        IChannel channel = host.Get<IEnumerable<IChannel>>().Single(known => known.Name == "webchat");
        OutboxMessage row = new() { Key = "taken", Channel = "webchat", Conversation = group, Text = "着火先撤人" };
        (await channel.SendAsync(row, Token)).Outcome.ShouldBe(SendOutcome.Refused);
    }

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("utf-7")]
    public async Task A_charset_nobody_knows_is_no_error_of_ours(string charset)
    {
        await using BotHost host = await BotHost.StartAsync();
        using ByteArrayContent body = new(JsonSerializer.SerializeToUtf8Bytes(new { group = Group, person = "6号楼王阿姨", text = "你好" }));
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
        (await host.Client.PostAsync("/playground/api/messages", body, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await MessagesAsync(host)).ShouldHaveSingleItem().Text.ShouldBe("你好");
    }

    [Theory]
    [InlineData("没有这个群")]
    [InlineData("私信:路人")]
    public async Task Nothing_is_kept_for_a_conversation_nobody_has(string conversation)
    {
        await using BotHost host = await BotHost.StartAsync();
        (await host.Client.GetAsync($"/playground/api/events?conversation={conversation}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Why_speaks_of_the_quoted_message()
    {
        await using BotHost host = await BotHost.StartAsync();
        long seq = (await PostAsync(host, new { group = Group, person = "6号楼王阿姨", id = "m1", text = "6号楼电梯响" }, HttpStatusCode.OK)).GetProperty("seq").GetInt64();
        IChannel channel = host.Get<IEnumerable<IChannel>>().Single(known => known.Name == "webchat");
        await channel.SendAsync(new OutboxMessage { Key = "k", Channel = "webchat", Conversation = Group, Text = "记下了", ReplyTo = "m1" }, Token);
        JsonElement why = await host.Client.GetFromJsonAsync<JsonElement>($"/playground/api/decisions/{seq + 1}", Token);
        why.GetProperty("about").GetString().ShouldBe("6号楼电梯响");
        why.GetProperty("state").GetString().ShouldBe("waiting");
        (await host.Client.GetAsync("/playground/api/decisions/999", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonElement> PostAsync(BotHost host, object post, HttpStatusCode expected)
    {
        HttpResponseMessage response = await host.Client.PostAsJsonAsync("/playground/api/messages", post, Token);
        string body = await response.Content.ReadAsStringAsync(Token);
        response.StatusCode.ShouldBe(expected, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    private static async Task<List<Message>> MessagesAsync(BotHost host)
    {
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Message>().OrderBy(message => message.Seq).ToListAsync(Token);
    }
}
