using System.Text;
using System.Text.Json;
using Bot.Channels.WeCom.Intake;
using Bot.Messaging.Activities;

namespace Tests.Channels.WeCom;

public sealed class MessageReaderTests
{
    private const string Head = """ "msgid":"M1","aibotid":"B1","chatid":"wrC1","chattype":"group","from":{"userid":"zhangsan"} """;

    [Fact]
    public void A_message_in_a_group()
    {
        Activity activity = Read($$$$"""{{{{{Head}}}},"create_time":1700000000,"msgtype":"text","text":{"content":"@网格助手 3号楼电梯坏了"}}""")!;
        (activity.Type, activity.Id, activity.Text, activity.ChannelId).ShouldBe((ActivityTypes.Message, "M1", "@网格助手 3号楼电梯坏了", "wecom"));
        activity.Conversation.ShouldBe(new ConversationAccount("wrC1", true));
        (activity.From!.Id, activity.From.Role, activity.Recipient!.Id).ShouldBe(("zhangsan", null, "B1"));
        activity.Timestamp.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1700000000));
        Entity mention = activity.Entities!.ShouldHaveSingleItem();
        (mention.Mentioned!.Id, mention.Text).ShouldBe(("B1", "@网格助手"));
    }

    [Fact]
    public void A_message_alone_names_nobody()
    {
        Activity activity = Read("""{"msgid":"M1","aibotid":"B1","chattype":"single","from":{"userid":"zhangsan"},"msgtype":"text","text":{"content":"写给 @张三 的"}}""")!;
        activity.Conversation.ShouldBe(new ConversationAccount("u:zhangsan", false));
        activity.Entities.ShouldBeNull();
    }

    [Theory]
    [InlineData("@网格助手 你好", null, "@网格助手")]
    [InlineData("你好@网格助手\u2005在吗", null, "@网格助手")]
    [InlineData("@张三 @网格助手 你好", null, null)]
    [InlineData("@张三 @网格助手 你好", "网格助手", "@网格助手")]
    [InlineData("@网格 助手 你好", "网格 助手", "@网格 助手")]
    [InlineData("写信到 a@b.cn @网格助手", null, "@网格助手")]
    [InlineData("没有名字", null, null)]
    [InlineData("@张三 你好", "网格助手", null)]
    public void How_the_bot_is_called_is_found(string text, string? name, string? mention) => BotMention.In(text, name).ShouldBe(mention);

    [Fact]
    public void Words_and_pictures_come_together()
    {
        Activity activity = Read($$$$"""
            {{{{{Head}}}},"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"@网格助手 看"}},{"msgtype":"image","image":{"url":"https://a.example/1","aeskey":"K1"}},
            {"msgtype":"text","text":{"content":"漏水"}},{"msgtype":"image","image":{"url":"https://a.example/2"}}]}}
            """)!;
        activity.Text.ShouldBe("@网格助手 看\n漏水");
        activity.Attachments!.Select(attachment => (attachment.ContentType, attachment.ContentUrl)).ShouldBe([("image/*", "https://a.example/1#K1"), ("image/*", "https://a.example/2")]);
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"电梯坏了"}}""", "电梯坏了", 0)]
    [InlineData("""{"msgtype":"image","image":{"url":"https://a.example/1"}}""", null, 1)]
    [InlineData("""{"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"看"}},{"msgtype":"image","image":{}}]}}""", "看", 1)]
    [InlineData("""{"msgtype":"new_kind"}""", null, 0)]
    [InlineData("17", null, 0)]
    public void What_it_quotes_is_taken_along(string quote, string? quoted, int pictures)
    {
        Activity activity = Read($$$$"""{{{{{Head}}}},"msgtype":"text","text":{"content":"@网格助手 登记"},"quote":{{{{quote}}}}}""")!;
        (activity.Quoted, activity.Attachments!.Count).ShouldBe((quoted, pictures));
    }

    [Theory]
    [InlineData("""  "msgtype":"voice","voice":{"content":"电梯坏了"} """, "电梯坏了", null)]
    [InlineData("""  "msgtype":"voice","voice":{} """, "", "audio/amr")]
    [InlineData("""  "msgtype":"video","video":{"url":"https://a.example/v"} """, "", "video/mp4")]
    [InlineData("""  "msgtype":"file","file":{"url":"https://a.example/f"} """, "", "application/octet-stream")]
    [InlineData("""  "msgtype":"image","image":{"url":7} """, "", "image/*")]
    [InlineData("""  "msgtype":"location" """, "[这类消息读不出来]", null)]
    public void Other_kinds_are_named(string kind, string text, string? attached)
    {
        Activity activity = Read($"{{{Head},{kind}}}")!;
        (activity.Text, activity.Attachments!.Select(attachment => attachment.ContentType).SingleOrDefault()).ShouldBe((text, attached));
    }

    [Fact]
    public void Who_opens_the_conversation_is_told_and_other_events_are_not()
    {
        Activity came = Read($$$$"""{{{{{Head}}}},"msgtype":"event","event":{"eventtype":"enter_chat"}}""")!;
        (came.Type, came.MembersAdded![0].Id).ShouldBe((ActivityTypes.Conversation, "zhangsan"));
        Read($$$$"""{{{{{Head}}}},"msgtype":"event","event":{"eventtype":"feedback_event"}}""").ShouldBeNull();
        Read($$$$"""{{{{{Head}}}},"msgtype":"stream","stream":{"id":"s"}}""").ShouldBeNull();
    }

    [Fact]
    public void Nothing_that_may_come_throws()
    {
        string good = $$$$"""{{{{{Head}}}},"create_time":1700000000,"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"看\ud83d\ude00"}},{"msgtype":"image","image":{"url":"https://a.example/1","aeskey":"K1"}}]},"quote":{"msgtype":"text","text":{"content":"x"}}}""";
        Random random = new(20261122);
        byte[] bytes = Encoding.UTF8.GetBytes(good);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] mutated = [.. bytes];
            for (int n = random.Next(1, 6); n > 0; n--) { mutated[random.Next(mutated.Length)] = "{}[]\":,0\\ud\u00e9 "u8[random.Next(14)]; }
            if (JsonFields.Parse(mutated) is { } body)
            {
                MessageReader.Read(body, null);
                read++;
            }
        }
        read.ShouldBeGreaterThan(500);
    }

    private static Activity? Read(string body) => MessageReader.Read(JsonSerializer.Deserialize<JsonElement>(body), null);
}
