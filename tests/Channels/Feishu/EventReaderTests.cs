using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.Feishu.Intake;
using Bot.Messaging.Activities;

namespace Tests.Channels.Feishu;

public sealed class EventReaderTests
{
    [Fact]
    public void A_text_that_names_the_bot_and_others()
    {
        Activity said = Read(Events.Message("om_1", "text", new JsonObject { ["text"] = "@_user_1 请告诉@_user_10和@_user_2，@_all 电梯坏了" }, parent: "om_0",
            mentions: [Events.Bot("@_user_1"), Events.Person("@_user_2", "ou_2", "李四"), Events.Person("@_user_10", "ou_10", "王五"), Events.Person("@_all", "", "所有人")]))!;
        said.Text.ShouldBe("@_user_1 请告诉@王五和@李四，@所有人 电梯坏了");
        (said.Id, said.Conversation!.Id, said.Conversation.IsGroup, said.From!.Id, said.From.Role, said.ReplyToId).ShouldBe(("om_1", "oc_1", true, "ou_u1", null, "om_0"));
        said.Recipient!.Id.ShouldBe(FakeGateway.BotId);
        said.Timestamp.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1795222800000));
        said.Entities!.Select(entity => (entity.Mentioned!.Id, entity.Text)).ShouldBe([(FakeGateway.BotId, "@_user_1"), ("ou_2", "@李四"), ("ou_10", "@王五")]);
        EventReader.IsToBot(said).ShouldBeTrue();
    }

    [Fact]
    public void Said_to_nobody_to_everybody_and_alone()
    {
        EventReader.IsToBot(Read(Events.Said("om_1", "电梯坏了", named: false))!).ShouldBeFalse();
        EventReader.IsToBot(Read(Events.Message("om_1", "text", Text("@_all 开会"), mentions: [Events.Person("@_all", "", "所有人")]))!).ShouldBeFalse();
        Activity alone = Read(Events.Message("om_1", "text", Text("在吗"), chatType: "p2p"))!;
        (EventReader.IsToBot(alone), alone.Conversation!.IsGroup).ShouldBe((true, false));
    }

    [Theory]
    [InlineData("image", """{"image_key":"img_v2_1"}""", "image/*", "om_1/img_v2_1?type=image", null)]
    [InlineData("file", """{"file_key":"file_1","file_name":"通知.pdf"}""", "application/octet-stream", "om_1/file_1?type=file", "通知.pdf")]
    [InlineData("audio", """{"file_key":"file_2","duration":2000}""", "audio/opus", "om_1/file_2?type=file", null)]
    [InlineData("media", """{"file_key":"file_3","file_name":"a.mp4","image_key":"img_1","duration":1}""", "video/mp4", "om_1/file_3?type=file", "a.mp4")]
    [InlineData("image", """{"image_key":"../../secrets"}""", "image/*", null, null)]
    [InlineData("file", "{}", "application/octet-stream", null, null)]
    public void What_is_not_text_is_attached(string type, string content, string contentType, string? address, string? name)
    {
        Activity said = Read(Events.Message("om_1", type, JsonNode.Parse(content)!))!;
        (said.Text, said.Attachments!.Single()).ShouldBe(("", new Attachment(contentType, address, name)));
    }

    [Theory]
    [InlineData("sticker", """{"file_key":"f"}""", "[表情]")]
    [InlineData("location", """{"name":"桂花路8号","longitude":"1","latitude":"2"}""", "[位置：桂花路8号]")]
    [InlineData("merge_forward", """{"content":"Merged and Forwarded Message"}""", "[合并转发的消息]")]
    [InlineData("share_user", """{"user_id":"ou_1"}""", "[个人名片]")]
    [InlineData("something_new", "{}", "[这类消息读不出来]")]
    [InlineData("text", "\"no object\"", "")]
    public void What_has_no_words_is_named(string type, string content, string text) => Read(Events.Message("om_1", type, JsonNode.Parse(content)!))!.Text.ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("zh_cn")]
    [InlineData("en_us")]
    [InlineData("post")]
    public void Rich_text_is_read_line_by_line(string wrapped)
    {
        JsonNode post = JsonNode.Parse(
            """
            {"title":"报修","content":[[{"tag":"at","user_id":"@_user_1","user_name":"小助手"},{"tag":"text","text":" 3号楼"},{"tag":"a","text":"照片","href":"https://x/1"}],
             [{"tag":"img","image_key":"img_1"}],[{"tag":"text","text":"@_user_2 看看","style":["bold"]},{"tag":"at","user_id":"ou_2"},{"tag":"at","user_id":"@_all"},{"tag":"emotion","emoji_type":"SMILE"}],
             [{"tag":"media","file_key":"file_1","image_key":"img_2"}],[{"tag":"hr"},{"tag":"unknown"}]]}
            """)!;
        JsonNode content = wrapped switch { "" => post, "post" => new JsonObject { ["post"] = new JsonObject { ["zh_cn"] = post } }, _ => new JsonObject { [wrapped] = post } };
        Activity said = Read(Events.Message("om_1", "post", content, mentions: [Events.Bot("@_user_1"), Events.Person("@_user_2", "ou_2", "李四")]))!;
        said.Text.ShouldBe("报修\n@_user_1 3号楼照片 https://x/1\n@李四 看看@李四@所有人[表情]");
        said.Attachments.ShouldBe([new Attachment("image/*", "om_1/img_1?type=image"), new Attachment("video/mp4", "om_1/file_1?type=file")]);
        EventReader.IsToBot(said).ShouldBeTrue();
    }

    [Fact]
    public void Bots_are_bots_and_the_own_words_are_nobodys()
    {
        Read(Events.Message("om_1", "text", Text("定时提醒"), from: "ou_other", senderType: "app"))!.From!.Role.ShouldBe(ChannelAccount.Bot);
        Read(Events.Message("om_1", "text", Text("记下了"), from: FakeGateway.BotId, senderType: "app")).ShouldBeNull();
    }

    [Fact]
    public void Taken_back_edited_and_come_in()
    {
        Activity recalled = Read(Events.Recalled("om_1"))!;
        (recalled.Type, recalled.Id, recalled.Conversation!.Id).ShouldBe((ActivityTypes.Delete, "om_1", "oc_1"));
        Activity edited = Read(Events.Message("om_1", "text", Text("4号楼"), eventType: "im.message.updated_v1"))!;
        (edited.Type, edited.Id, edited.Text).ShouldBe((ActivityTypes.Update, "om_1", "4号楼"));
        Activity came = Read(Events.Event("im.chat.member.bot.added_v1", new JsonObject
        {
            ["chat_id"] = "oc_9",
            ["name"] = "试用群",
            ["operator_id"] = new JsonObject { ["open_id"] = "ou_1" },
        }))!;
        (came.Type, came.Conversation!.Id, came.Conversation.Name, came.MembersAdded!.Single().Id).ShouldBe((ActivityTypes.Conversation, "oc_9", "试用群", FakeGateway.BotId));
        Read(Events.Event("im.message.reaction.created_v1", new JsonObject())).ShouldBeNull();
        Read("""{"schema":"2.0"}""").ShouldBeNull();
        Read("[]").ShouldBeNull();
    }

    [Fact]
    public void No_event_makes_the_reader_fail()
    {
        BodyMutator mutator = new(20261122, Events.Said("om_1", "电梯坏了", parent: "om_0"), Events.Recalled("om_1"),
            Events.Message("om_2", "post", JsonNode.Parse("""{"zh_cn":{"title":"t","content":[[{"tag":"at","user_id":"@_user_1"},{"tag":"img","image_key":"i"}]]}}""")!, mentions: [Events.Bot("@_user_1")]));
        for (int i = 0; i < 20_000; i++)
        {
            if (JsonFields.Parse(mutator.Next()) is { } root && EventReader.Read(root, FakeGateway.BotId) is { } read) { EventReader.IsToBot(read); }
        }
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static Activity? Read(string json) => EventReader.Read(JsonFields.Parse(Encoding.UTF8.GetBytes(json))!.Value, FakeGateway.BotId);
}
