using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;

namespace Tests.Messaging;

/// <summary>What was heard before a conversation got its name and is sent again is the same message.</summary>
public sealed class FormerNameTests() : ReceptionRig(Directory)
{
    private const string Group = "锦绣苑一网格群";
    private const string Directory =
        """
        {"community":"桂花社区","groups":{"锦绣苑一网格群":"锦绣苑"},"compounds":[{"name":"锦绣苑"}],
         "people":[{"name":"王强","role":"lead","groups":["锦绣苑一网格群"]},{"name":"管理员","role":"admin"}]}
        """;

    [Fact]
    public async Task A_message_heard_before_its_group_was_named_is_stored_once()
    {
        await ReceiveAsync(Said("1", "电梯坏了"));
        await NameAsync("c1", Group);
        (await ReceiveAsync(Said("1", "电梯坏了"))).ShouldBe(ReceptionOutcome.Duplicate);
        (await ReceiveAsync(Said("1", "电梯好了"))).ShouldBe(ReceptionOutcome.Conflict);
        await NameAsync("c1", null);
        (await ReceiveAsync(Said("1", "电梯坏了"))).ShouldBe(ReceptionOutcome.Duplicate);
        Message stored = (await StoredAsync()).ShouldHaveSingleItem();
        (stored.Text, stored.Conflicts).ShouldBe(("电梯坏了", 1));
        (await ReceiveAsync(Said("2", "电梯坏了"))).ShouldBe(ReceptionOutcome.Accepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_heard_before_its_line_was_named_is_stored_once(bool atOnce)
    {
        await ReceiveAsync(Alone("1", "知道了"));
        if (atOnce) { await LinkAsync("u1", "王强"); }
        else { await Host.Writes.RunAsync((db, token) => db.Set<Member>().ExecuteUpdateAsync(set => set.SetProperty(known => known.Person, "王强"), token), Token); }
        (await ReceiveAsync(Alone("1", "知道了"))).ShouldBe(ReceptionOutcome.Duplicate);
        (await ReceiveAsync(Alone("2", "在路上"))).ShouldBe(ReceptionOutcome.Accepted);
        (await StoredAsync()).Select(message => message.Conversation).ShouldBe(["私信:小王（未核对）", "私信:王强"]);
    }

    [Fact]
    public async Task What_another_conversation_said_under_the_same_name_is_another_message()
    {
        await ReceiveAsync(Said("0", "大家好"));
        await ReceiveAsync(Said("0", "大家好", "c2"));
        await NameAsync("c1", Group);
        await ReceiveAsync(Said("1", "电梯坏了"));
        await NameAsync("c1", null);
        await NameAsync("c2", Group);
        (await ReceiveAsync(Said("2", "路灯不亮", "c2"))).ShouldBe(ReceptionOutcome.Accepted);
        await NameAsync("c2", null);
        (await ReceiveAsync(Said("1", "电梯坏了", "c2"))).ShouldBe(ReceptionOutcome.Accepted, "the other one's");
        (await ReceiveAsync(Said("2", "路灯不亮", "c2"))).ShouldBe(ReceptionOutcome.Duplicate);
        (await ReceiveAsync(Said("1", "电梯坏了"))).ShouldBe(ReceptionOutcome.Duplicate);
        (await ReceiveAsync(Said("2", "路灯不亮"))).ShouldBe(ReceptionOutcome.Accepted, "it had the name later");
    }

    [Fact]
    public async Task Changed_words_and_words_taken_back_stay_so()
    {
        await ReceiveAsync(Said("1", "12号楼电梯坏了"));
        Activity changed = Said("1", "2号楼电梯坏了") with { Type = ActivityTypes.Update };
        (await ReceiveAsync(changed)).ShouldBe(ReceptionOutcome.Accepted);
        (await ReceiveAsync(Said("2", "") with { Type = ActivityTypes.Delete })).ShouldBe(ReceptionOutcome.Accepted);
        await NameAsync("c1", Group);
        (await ReceiveAsync(changed)).ShouldBe(ReceptionOutcome.Duplicate);
        (await ReceiveAsync(Said("1", "12号楼电梯坏了"))).ShouldBe(ReceptionOutcome.Conflict, "its words are hidden");
        (await ReceiveAsync(Said("2", "我说错了"))).ShouldBe(ReceptionOutcome.Conflict);
        (await StoredAsync()).Select(message => message.Text).ShouldBe([Message.Hidden, "2号楼电梯坏了", Message.Hidden]);
    }

    private async Task NameAsync(string conversation, string? group)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        long id = await Host.ReadAsync(db => db.Set<ConversationReference>().Where(known => known.ExternalId == conversation).Select(known => known.Id).SingleAsync(Token));
        (await Book.AssignAsync(id, group, "管理员", Token)).ShouldBeNull();
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static Activity Said(string id, string text, string conversation = "c1") => new()
    {
        Id = id,
        Text = text,
        From = new ChannelAccount("u1", "小王"),
        Conversation = new ConversationAccount(conversation, IsGroup: true, "锦绣苑的群"),
    };

    private static Activity Alone(string id, string text) => Said(id, text) with { Conversation = new ConversationAccount("line-u1", IsGroup: false) };
}
