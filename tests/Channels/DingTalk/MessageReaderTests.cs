using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Intake;
using Bot.Channels.DingTalk.Stream;
using Bot.Messaging.Activities;

namespace Tests.Channels.DingTalk;

public sealed class MessageReaderTests
{
    [Fact]
    public void A_text_in_a_group_is_read_with_who_and_where_and_the_bots_own_name()
    {
        Activity activity = Read(Payloads.Said("M1").With("atUsers", new JsonArray(
            new JsonObject { ["dingtalkId"] = Payloads.Bot }, new JsonObject { ["dingtalkId"] = "$:LWCP_v1:$other", ["staffId"] = "manager02" })));
        (activity.Id, activity.Type, activity.ChannelId, activity.Text).ShouldBe(("M1", ActivityTypes.Message, "dingtalk", $"@{Payloads.Bot}3号楼电梯坏了"));
        activity.From.ShouldBe(new ChannelAccount("manager01", "12-2-301小陈"));
        activity.Conversation.ShouldBe(new ConversationAccount("cidG1==", true, "试用群"));
        activity.Timestamp.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1763686800000));
        activity.Recipient!.Id.ShouldBe(Payloads.Bot);
        activity.Entities!.Select(entity => (entity.Mentioned!.Id, entity.Text)).ShouldBe([(Payloads.Bot, $"@{Payloads.Bot}"), ("manager02", null)]);
    }

    [Fact]
    public void Alone_with_the_bot_the_conversation_is_the_person()
    {
        Activity activity = Read(Payloads.Said("M1", "在吗").Alone());
        (activity.Conversation!.Id, activity.Conversation.IsGroup, activity.Conversation.Name, activity.Text).ShouldBe(("u:manager01", false, null, "在吗"));
    }

    [Fact]
    public void Who_has_no_staff_id_is_known_by_the_vendors_own()
    {
        Read(Payloads.Said("M1", staff: null)).From!.Id.ShouldBe("x:$:LWCP_v1:$sender");
        Read(Payloads.Said("M1", staff: "")).From!.Id.ShouldBe("x:$:LWCP_v1:$sender");
        Read(Payloads.Said("M1", staff: null).With("senderId", null)).From!.Id.ShouldBeNull();
    }

    [Fact]
    public void Words_and_pictures_of_every_kind_are_read()
    {
        Activity rich = Read(Payloads.Of("richText", JsonNode.Parse("""{"richText":[{"text":" 楼道"},{"text":"漏水"},{"type":"picture","downloadCode":"code1"},{"text":"\n快来"},{"pictureDownloadCode":"p2","type":"picture"}]}""")!));
        rich.Text.ShouldBe($"@{Payloads.Bot}楼道漏水\n快来");
        rich.Attachments!.Select(each => (each.ContentType, each.ContentUrl)).ShouldBe([("image/*", "code1"), ("image/*", "p2")]);

        Activity picture = Read(Payloads.Of("picture", JsonNode.Parse("""{"downloadCode":"code1","pictureDownloadCode":"p1"}""")!));
        (picture.Text, picture.Attachments!.Single().ContentUrl).ShouldBe(($"@{Payloads.Bot}", "code1"));

        Activity told = Read(Payloads.Of("audio", JsonNode.Parse("""{"duration":4000,"downloadCode":"c","recognition":"三号楼停电了"}""")!).Alone());
        (told.Text, told.Attachments!.Count).ShouldBe(("三号楼停电了", 0));
        Read(Payloads.Of("audio", JsonNode.Parse("""{"duration":4000,"downloadCode":"c"}""")!)).Attachments!.Single().ContentType.ShouldBe("audio/amr");
        Read(Payloads.Of("video", JsonNode.Parse("""{"duration":"4","videoType":"mp4","downloadCode":"c"}""")!)).Attachments!.Single().ContentType.ShouldBe("video/mp4");
        Read(Payloads.Of("file", JsonNode.Parse("""{"fileName":"通知.pdf","fileId":"1","spaceId":"2","downloadCode":"c"}""")!)).Attachments!.Single().Name.ShouldBe("通知.pdf");
        Read(Payloads.Of("unknownMsgType", new JsonObject())).Text.ShouldBe($"@{Payloads.Bot}[这类消息读不出来]");
    }

    [Theory]
    [InlineData("""{"msgId":"Q1","msgType":"text","content":{"content":"电梯坏了"},"senderId":"s"}""", "电梯坏了", "Q1", 0)]
    [InlineData("""{"msgId":"Q1","msgType":"text","content":{"text":"电梯坏了"}}""", "电梯坏了", "Q1", 0)]
    [InlineData("""{"msgId":"Q1","msgType":"text","content":"电梯坏了"}""", "电梯坏了", "Q1", 0)]
    [InlineData("""{"msgId":"Q1","msgType":"richText","content":{"richText":[{"msgType":"text","content":"电梯"},{"msgType":"picture","downloadCode":"c"},{"text":"坏了"}]}}""", "电梯坏了", "Q1", 1)]
    [InlineData("""{"msgId":"Q1","msgType":"picture","content":{"downloadCode":"c"}}""", null, "Q1", 1)]
    [InlineData("""{"msgType":"interactiveCard"}""", null, null, 0)]
    [InlineData("""null""", null, null, 0)]
    public void Of_a_quoted_message_is_read_what_the_vendor_tells(string quoted, string? words, string? id, int pictures)
    {
        Activity activity = Read(Payloads.Said("M1").With("text", new JsonObject { ["content"] = " 这个呢", ["isReplyMsg"] = true, ["repliedMsg"] = JsonNode.Parse(quoted) }));
        (activity.Quoted, activity.ReplyToId, activity.Attachments!.Count, activity.Text).ShouldBe((words, id, pictures, $"@{Payloads.Bot}这个呢"));
    }

    [Fact]
    public void Where_only_the_id_of_the_quoted_message_is_told_it_is_kept() =>
        Read(Payloads.Said("M1").With("originalMsgId", "Q7")).ReplyToId.ShouldBe("Q7");

    [Fact]
    public void No_frame_makes_it_fail()
    {
        int many = int.TryParse(Environment.GetEnvironmentVariable("BOT_FUZZ"), out int asked) ? asked : 2_000;
        string rich = Payloads.Frame("f2", Payloads.Of("richText", JsonNode.Parse("""{"richText":[{"text":"a"},{"type":"picture","downloadCode":"c"}]}""")!));
        string quote = Payloads.Said("M3").With("text", JsonNode.Parse("""{"content":"x","repliedMsg":{"msgId":"q","msgType":"text","content":{"content":"y"}}}""")).ToJsonString();
        BodyMutator frames = new(20261122, Payloads.Frame("f1", Payloads.Said("M1")), rich, Payloads.Ping("p"), Payloads.Farewell());
        BodyMutator messages = new(20261123, quote, Payloads.Said("M1").ToJsonString(), Payloads.Of("file", JsonNode.Parse("""{"fileName":"a"}""")!).ToJsonString());
        for (int i = 0; i < many; i++)
        {
            if (StreamFrame.Read(frames.Next()) is { } frame)
            {
                frame.Pong().Length.ShouldBeGreaterThan(0);
                if (frame.Message() is { } said) { MessageReader.Read(said); }
            }
            if (JsonFields.Parse(messages.Next()) is { } message) { MessageReader.Read(message); }
        }
    }

    private static Activity Read(JsonObject message) => MessageReader.Read(JsonFields.Parse(Encoding.UTF8.GetBytes(message.ToJsonString()))!.Value).ShouldNotBeNull();
}
