using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;

namespace Tests.Messaging;

public sealed class ReceptionTests() : ReceptionRig(Directory)
{
    private const string Directory =
        """
        {"community":"桂花社区","bot_names":["网格小助手"],"groups":{"锦绣苑一网格群":"锦绣苑"},"compounds":[{"name":"锦绣苑"}],
         "people":[{"name":"陈一","role":"lead","title":"陈网格长","groups":["锦绣苑一网格群"]},{"name":"管理员","role":"admin"}]}
        """;

    [Fact]
    public async Task A_conversation_and_a_sender_keep_the_names_they_got_at_first()
    {
        (await ReceiveAsync(Said("1", "电梯坏了"))).ShouldBe(ReceptionOutcome.Accepted);
        (await ReceiveAsync(Said("2", "困人了"))).ShouldBe(ReceptionOutcome.Accepted);
        (await ReceiveAsync(Said("3", "我也是", from: "u2"))).ShouldBe(ReceptionOutcome.Accepted);

        List<Message> stored = await StoredAsync();
        stored.Select(message => message.Conversation).Distinct().ShouldBe(["试用渠道·锦绣苑一网格群"], "nobody has said which group it is");
        stored.Select(message => message.Sender).ShouldBe(["12-2-301小陈", "12-2-301小陈", "12-2-301小陈·2"]);
    }

    [Fact]
    public async Task The_same_twice_is_stored_once_and_another_under_its_id_is_told()
    {
        await ReceiveAsync(Said("1", "电梯坏了"));
        (await ReceiveAsync(Said("1", "电梯坏了"))).ShouldBe(ReceptionOutcome.Duplicate);
        (await ReceiveAsync(Said("1", "电梯好了"))).ShouldBe(ReceptionOutcome.Conflict);
        (await StoredAsync()).ShouldHaveSingleItem().Text.ShouldBe("电梯坏了");
    }

    [Fact]
    public async Task Nobody_becomes_a_worker_by_a_nickname()
    {
        await ReceiveAsync(Said("1", "都办好了", from: "fake", name: "陈网格长"));
        await ReceiveAsync(Said("2", "都办好了", from: "fake2", name: "陈一"));
        await ReceiveAsync(Said("3", "都办好了", from: "fake3", name: "网格小助手"));

        List<Message> stored = await StoredAsync();
        stored.Select(message => message.Role).ShouldAllBe(role => role == SenderRole.Resident);
        stored.Select(message => message.Sender).ShouldBe(["陈网格长（未核对）", "陈一（未核对）", "网格小助手（未核对）"]);
    }

    [Fact]
    public async Task Nobody_takes_the_name_a_neighbour_is_known_by()
    {
        string directory = Directory.Replace("""{"name":"管理员","role":"admin"}""", """{"name":"陈阿姨"},{"name":"管理员","role":"admin"}""", StringComparison.Ordinal);
        await ImportAsync(directory);
        await ReceiveAsync(Said("real", "电梯坏了", "real", "小陈"));
        await LinkAsync("real", "陈阿姨");
        foreach ((string from, string name) in new[] { ("u2", "陈阿姨"), ("u3", "陈阿姨"), ("real", "小陈") }) { await ReceiveAsync(Said($"{from}-2", "还没好", from, name)); }
        (await StoredAsync()).Select(message => message.Sender).ShouldBe(["小陈", "陈阿姨·2", "陈阿姨·3", "陈阿姨"]);
    }

    [Fact]
    public async Task Who_is_known_to_be_a_worker_speaks_as_one_once_the_group_is_known()
    {
        await ReceiveAsync(Said("1", "收到", from: "staff", name: "Chen"));
        ConversationReference conversation = await Host.ReadAsync(db => db.Set<ConversationReference>().SingleAsync(Token));
        (await Book.AssignAsync(conversation.Id, "没有的群", "管理员", Token)).ShouldBe("没有“没有的群”这个群，请从名单里选");
        (await Book.AssignAsync(conversation.Id, "锦绣苑一网格群", "管理员", Token)).ShouldBeNull();
        await Host.Writes.RunAsync((db, token) => db.Set<Member>().ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, "陈一"), token), Token);

        await ReceiveAsync(Said("2", "我去看看", from: "staff", name: "Chen"));
        Message said = (await StoredAsync())[^1];
        (said.Conversation, said.Sender, said.Role).ShouldBe(("锦绣苑一网格群", "陈一", SenderRole.Grid));
        (await Book.FindAsync("stub", "锦绣苑一网格群", Token))!.ExternalId.ShouldBe("c1");
    }

    [Fact]
    public async Task Two_conversations_never_answer_for_one_group()
    {
        await ReceiveAsync(Said("1", "在吗"));
        await ReceiveAsync(Said("1", "在吗", conversation: "c2"));
        long[] ids = await Host.ReadAsync(db => db.Set<ConversationReference>().OrderBy(known => known.Id).Select(known => known.Id).ToArrayAsync(Token));
        (await Book.AssignAsync(ids[0], "锦绣苑一网格群", "管理员", Token)).ShouldBeNull();
        (await Book.AssignAsync(ids[1], "锦绣苑一网格群", "管理员", Token)).ShouldBe("“锦绣苑一网格群”已经接在另一个会话上，请先解开那一个");
    }

    [Fact]
    public async Task The_way_to_answer_is_renewed_with_every_message()
    {
        await ReceiveAsync(Said("1", "在吗"), new ReplyToken("https://first", Clock.GetUtcNow().AddMinutes(90)));
        await ReceiveAsync(Said("2", "在吗"), new ReplyToken("https://second", Clock.GetUtcNow().AddMinutes(91)));
        await ReceiveAsync(Said("3", "在吗"));

        ConversationReference known = (await Book.FindAsync("stub", "试用渠道·锦绣苑一网格群", Token))!;
        known.TokenAt(Clock.GetUtcNow().AddMinutes(90)).ShouldBe("https://second");
        known.TokenAt(Clock.GetUtcNow().AddMinutes(91)).ShouldBeNull();
    }

    [Fact]
    public async Task The_bot_is_called_by_the_name_the_community_gave_it()
    {
        await ReceiveAsync(Said("1", "@RobotA 3号楼电梯坏了") with
        {
            Recipient = new ChannelAccount("b1"),
            Entities = [new Entity("mention", new ChannelAccount("b1"), "@RobotA")],
        });
        (await StoredAsync())[0].Text.ShouldBe("@网格小助手  3号楼电梯坏了");
    }

    [Fact]
    public async Task Names_of_the_bot_that_grow_are_put_in_once()
    {
        string[] parts = ["网", "格", "小", "助", "手", "@网", "网格", "小助"];
        await ReceiveAsync(Said("1", "@网") with
        {
            Recipient = new ChannelAccount("b1"),
            Entities = [.. Enumerable.Range(0, 4000).Select(n => new Entity("mention", new ChannelAccount("b1"), parts[n % parts.Length]))],
        });
        await ReceiveAsync(Said("2", string.Concat(Enumerable.Repeat("@a", 30_000))) with
        {
            Recipient = new ChannelAccount("b1"),
            Entities = [new Entity("mention", new ChannelAccount("b1"), "@a")],
        });
        List<Message> stored = await StoredAsync();
        stored[0].Text.ShouldBe("@网格小助手");
        stored[1].Text.Length.ShouldBeLessThan(4020);
        stored[1].Text.ShouldEndWith("…（太长，后面没有存）");
    }

    [Fact]
    public async Task Lists_with_nothing_in_them_are_read()
    {
        Activity read = ActivityJson.Read("""{"id":"1","text":"电梯坏了","from":{"id":"u1"},"recipient":{"id":"b1"},"conversation":{"id":"c1"},"attachments":[null],"entities":[null],"membersAdded":[null]}"""u8)!;
        (await ReceiveAsync(read)).ShouldBe(ReceptionOutcome.Accepted);
        (await ReceiveAsync(read with { Type = ActivityTypes.Conversation })).ShouldBe(ReceptionOutcome.Ignored);
    }

    [Fact]
    public async Task Half_a_character_takes_no_other_words_with_it()
    {
        await ReceiveAsync(ActivityJson.Read("""{"id":"1","text":"电梯坏了\ud83d","from":{"id":"u1"},"conversation":{"id":"c1"}}"""u8)!);
        (await StoredAsync()).ShouldHaveSingleItem().Text.ShouldBe("电梯坏了\uFFFD");
        JsonFields.Parse("""{"text":"\ud83d\ude00 \\ud83d 好\ude00"}"""u8.ToArray())!.Value.Text("text").ShouldBe("\ud83d\ude00 \\ud83d 好\uFFFD");
    }

    [Fact]
    public async Task Titles_are_cleaned_and_have_an_end()
    {
        await ReceiveAsync(Said("1", "在吗") with { Conversation = new ConversationAccount("c9", IsGroup: true, "私信:陈\u202E一" + new string('群', 300)) });
        ConversationReference known = await Host.ReadAsync(db => db.Set<ConversationReference>().SingleAsync(Token));
        known.Title!.Length.ShouldBe(60);
        known.Title.ShouldStartWith("私信:陈一群");
        (await Book.AssignAsync(known.Id, "锦绣苑一网格群", "管理员", Token)).ShouldBeNull();
        (await Book.AssignAsync(known.Id, null, "管理员", Token)).ShouldBeNull();
        (await Host.ReadAsync(db => db.Set<ConversationReference>().SingleAsync(Token))).Name.ShouldStartWith("试用渠道·私信:陈一群", Case.Sensitive, "never a private line");
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_in_the_text()
    {
        await ReceiveAsync(Said("1", "") with { Attachments = [new Attachment("image/jpeg"), new Attachment("audio/amr"), new Attachment("application/pdf", null, "通知.pdf")] });
        (await StoredAsync())[0].Text.ShouldBe("[图片] [语音] [文件：通知.pdf]");
    }

    [Fact]
    public async Task Quoted_words_without_an_id_are_found()
    {
        await ReceiveAsync(Said("1", "3号楼电梯坏了"));
        await ReceiveAsync(Said("2", "修好了吗", from: "u2") with { Quoted = "3号楼电梯坏了" });
        await ReceiveAsync(Said("3", "这句呢", from: "u2") with { Quoted = "没有人说过" });
        (await StoredAsync()).Select(message => message.ReplyTo).ShouldBe([null, "1", null]);
        (await StoredAsync()).Select(message => message.Text).ShouldBe(["3号楼电梯坏了", "修好了吗", "这句呢\n「没有人说过」"], "words that the bot never heard are not lost");
    }

    [Fact]
    public async Task Of_a_quoted_id_that_was_never_heard_the_words_are_kept()
    {
        await ReceiveAsync(Said("1", "3号楼电梯坏了"));
        await ReceiveAsync(Said("2", "修好了吗", from: "u2") with { ReplyToId = "1", Quoted = "别的写法" });
        await ReceiveAsync(Said("3", "这句呢", from: "u2") with { ReplyToId = "nobody", Quoted = "3号楼电梯坏了" });
        await ReceiveAsync(Said("4", "这个呢", from: "u2") with { ReplyToId = "nobody", Quoted = "没有人说过" });
        await ReceiveAsync(Said("5", "那个呢", from: "u2") with { ReplyToId = "nobody" });
        (await StoredAsync()).Select(message => message.ReplyTo).ShouldBe([null, "1", "1", null, "nobody"]);
        (await StoredAsync())[3].Text.ShouldBe("这个呢\n「没有人说过」");
    }

    [Fact]
    public async Task Without_an_id_a_sender_or_a_conversation_nothing_is_stored()
    {
        Activity good = Said("1", "在吗");
        Activity[] bad =
        [
            good with { Id = null }, good with { Id = "" }, good with { Id = new string('1', 300) }, good with { From = null },
            good with { From = new ChannelAccount(null) }, good with { Conversation = null }, good with { Conversation = new ConversationAccount("") },
        ];
        foreach (Activity activity in bad) { (await ReceiveAsync(activity)).ShouldBe(ReceptionOutcome.Malformed); }
        (await StoredAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_wishes_not_to_be_recorded_is_not_stored()
    {
        await ReceiveAsync(Said("1", "在吗"));
        (await ReceiveAsync(Said("w", "@RobotA 不要记录我") with
        {
            Recipient = new ChannelAccount("b1"),
            Entities = [new Entity("mention", new ChannelAccount("b1"), "@RobotA")],
        })).ShouldBe(ReceptionOutcome.Ignored);
        (await ReceiveAsync(Said("2", "我是谁"))).ShouldBe(ReceptionOutcome.Ignored);
        (await StoredAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Names_are_cleaned_and_text_has_an_end()
    {
        await ReceiveAsync(Said("1", new string('好', 9000), name: "小\u202E陈\n\u200B12号\u0007"));
        Message stored = (await StoredAsync())[0];
        stored.Sender.ShouldBe("小陈12号");
        stored.Text.Length.ShouldBeLessThan(4020);
        stored.Text.ShouldEndWith("…（太长，后面没有存）");
    }

    private static Activity Said(string id, string text, string from = "u1", string? name = "12-2-301小陈", string conversation = "c1") => new()
    {
        Id = id,
        Text = text,
        From = new ChannelAccount(from, name),
        Conversation = new ConversationAccount(conversation, IsGroup: true, "锦绣苑一网格群"),
    };
}
