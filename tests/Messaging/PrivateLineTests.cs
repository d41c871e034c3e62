using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;

namespace Tests.Messaging;

/// <summary>A private line belongs to who is at its other end by now, never to a name.</summary>
public sealed class PrivateLineTests() : ReceptionRig(Directory)
{
    private const string Directory =
        """
        {"community":"桂花社区","groups":{"锦绣苑一网格群":"锦绣苑"},"compounds":[{"name":"锦绣苑"}],
         "people":[{"name":"王强","role":"lead","groups":["锦绣苑一网格群"]},{"name":"李四","role":"grid"},{"name":"陈阿姨"},{"name":"管理员","role":"admin"}]}
        """;

    private int _said;

    [Fact]
    public async Task Who_wrote_alone_before_being_known_is_the_person_from_then_on()
    {
        await WriteAsync("u1", "小王", "在吗");
        (await LastAsync()).Conversation.ShouldBe("私信:小王（未核对）");
        await LinkAsync("u1", "王强");
        (await LineAsync("私信:王强")).ShouldBe("line-u1", "on the page, before another word");
        await WriteAsync("u1", "小王", "知道了");
        (await LastAsync()).Conversation.ShouldBe("私信:王强");
    }

    [Fact]
    public async Task Who_is_unlinked_loses_the_line_at_once()
    {
        await WriteAsync("old", "旧号", "在吗");
        await LinkAsync("old", "王强");
        await LinkAsync("old", null);
        (await LineAsync("私信:王强")).ShouldBeNull();
        await WriteAsync("old", "旧号", "知道了");
        (await LastAsync()).Conversation.ShouldBe("私信:旧号（未核对）");

        await WriteAsync("new", "新号", "在吗");
        await LinkAsync("new", "王强");
        (await LineAsync("私信:王强")).ShouldBe("line-new");
        await WriteAsync("new", "新号", "知道了");
        (await LastAsync()).Conversation.ShouldBe("私信:王强");
    }

    [Fact]
    public async Task Who_is_another_person_now_has_that_line()
    {
        await WriteAsync("u1", "小王", "在吗");
        await LinkAsync("u1", "王强");
        await LinkAsync("u1", "李四");
        ((await LineAsync("私信:王强")), (await LineAsync("私信:李四"))).ShouldBe((null, "line-u1"));
    }

    [Fact]
    public async Task A_former_holder_is_moved_aside()
    {
        await WriteAsync("old", "旧号", "在吗");
        await LinkAsync("old", "王强");
        await KnowAsync("new", "新号");
        await LinkAsync("new", "王强");
        (await LineAsync("私信:王强")).ShouldBe("line-old", "both are known to be them");
        await WriteAsync("new", "新号", "知道了");
        (await LineAsync("私信:王强")).ShouldBe("line-new");
        (await LineAsync("私信:旧号（未核对）")).ShouldBe("line-old");
        await WriteAsync("old", "旧号", "知道了");
        (await LastAsync()).Conversation.ShouldBe("私信:王强");
    }

    [Theory]
    [InlineData("王强")]
    [InlineData("陈阿姨")]
    [InlineData("王强（未核对）")]
    public async Task A_nickname_makes_nobody_a_person_of_the_directory(string nickname)
    {
        await WriteAsync("fake", nickname, "知道了");
        await WriteAsync("fake2", nickname, "知道了");
        string[] lines = await Host.ReadAsync(db => db.Set<Message>().Select(message => message.Conversation).ToArrayAsync(Token));
        lines.Distinct().Count().ShouldBe(2);
        lines.ShouldAllBe(line => line.EndsWith("（未核对）"));
        (await LineAsync("私信:王强")).ShouldBeNull();
    }

    [Fact]
    public async Task A_line_that_was_named_before_its_member_was_in_the_directory_is_not_used_for_them()
    {
        await WriteAsync("u1", "赵六", "在吗");
        await Host.Writes.RunAsync((db, token) => db.Set<ConversationReference>().ExecuteUpdateAsync(set => set.SetProperty(known => known.Name, "私信:王强"), token), Token);
        (await LineAsync("私信:王强")).ShouldBeNull("nobody said that the member is that person");
        await WriteAsync("u1", "赵六", "知道了");
        (await LastAsync()).Conversation.ShouldBe("私信:赵六（未核对）");
    }

    private Task<ReceptionOutcome> WriteAsync(string from, string name, string text) => ReceiveAsync(new Activity
    {
        Id = $"m{++_said}",
        Text = text,
        From = new ChannelAccount(from, name),
        Conversation = new ConversationAccount($"line-{from}", IsGroup: false),
    });

    private Task KnowAsync(string member, string name) => Host.Writes.RunAsync(
        (db, _) =>
        {
            db.Add(new Member { Channel = Channel.Name, ExternalId = member, Name = name });
            return Task.CompletedTask;
        },
        Token);

    private async Task<string?> LineAsync(string name) => (await Book.FindAsync("stub", name, Token))?.ExternalId;

    private async Task<Message> LastAsync() => (await StoredAsync())[^1];
}
