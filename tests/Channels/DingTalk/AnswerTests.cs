using System.Text.Json.Nodes;
using Bot.Messaging;

namespace Tests.Channels.DingTalk;

/// <summary>What is said where somebody named the bot: at the address that came with the message, else of the bot's own accord.</summary>
public sealed class AnswerTests
{
    private const string Sessions = "/robot/sendBySession";
    private const string Groups = "/robot/groupMessages/send";
    private const string Persons = "/robot/oToMessages/batchSend";

    [Fact]
    public async Task While_the_address_is_good_it_is_answered_there_and_the_sender_called()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(rig.Answerable(Payloads.Said("M1")));
        await rig.SayAsync("k1", conversation, "@12-2-301小陈 收到，已记下。", replyTo: "M1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        PostedRequest said = rig.Gateway.To(Sessions).ShouldHaveSingleItem();
        said.Query.ShouldBe("?session=s1");
        JsonNode.DeepEquals(said.Body, JsonNode.Parse("""{"msgtype":"text","text":{"content":"@12-2-301小陈 收到，已记下。"},"at":{"atUserIds":["manager01"],"isAtAll":false}}""")).ShouldBeTrue();
        rig.Gateway.To("/accessToken").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_no_staff_id_is_named_but_not_called()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(rig.Answerable(Payloads.Said("M1", staff: null)));
        await rig.SayAsync("k1", conversation, "@12-2-301小陈 收到。", replyTo: "M1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        JsonNode body = rig.Gateway.To(Sessions).ShouldHaveSingleItem().Body;
        (body["at"], (string?)body["text"]!["content"]).ShouldBe((null, "@12-2-301小陈 收到。"));
    }

    [Fact]
    public async Task When_the_address_has_ended_the_bot_speaks_of_its_own_accord_with_one_token_for_all()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(rig.Answerable(Payloads.Said("M1")));
        rig.Clock.Set(rig.Clock.GetUtcNow().AddMinutes(90));
        foreach (string key in new[] { "k1", "k2" })
        {
            await rig.SayAsync(key, conversation, $"结果{key}");
            await rig.BecomesAsync(key, OutboxState.Sent);
        }
        rig.Gateway.To(Sessions).ShouldBeEmpty();
        PostedRequest[] said = rig.Gateway.To(Groups);
        JsonNode.DeepEquals(said[0].Body, JsonNode.Parse(
            """{"robotCode":"dingTESTapp","openConversationId":"cidG1==","msgKey":"sampleText","msgParam":"{\"content\":\"结果k1\"}"}""")).ShouldBeTrue();
        said.Select(request => request.Headers["x-acs-dingtalk-access-token"]).ShouldBe(["token-1", "token-1"]);
        JsonNode.DeepEquals(rig.Gateway.To("/accessToken").ShouldHaveSingleItem().Body, JsonNode.Parse("""{"appKey":"dingTESTapp","appSecret":"secret-of-the-test-app"}""")).ShouldBeTrue();
        (await rig.RowAsync("k2")).SentAs.ShouldBe("sent-2");
    }

    [Fact]
    public async Task An_address_that_ended_before_its_time_is_no_loss()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync([.. DingTalkRig.App, ("RobotCode", "robot-7")]);
        string conversation = await rig.HearAsync(rig.Answerable(Payloads.Said("M1")));
        rig.Gateway.Act = request => request.Path == Sessions ? FakeAnswer.Error(300001) : null;
        await rig.SayAsync("k1", conversation);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        ((string?)rig.Gateway.To(Groups).ShouldHaveSingleItem().Body["robotCode"]).ShouldBe("robot-7");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/robot/sendBySession?session=s1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://oapi.dingtalk.com.example.org/robot/sendBySession?session=s1")]
    [InlineData("not an address")]
    [InlineData("of another robot")]
    public async Task An_address_that_is_not_the_vendors_is_not_used(string address)
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        address = address == "of another robot" ? $"{rig.Gateway.Address}/robot/send?access_token=another" : address;
        string conversation = await rig.HearAsync(Payloads.Said("M1").Answerable(address, rig.Clock.GetUtcNow().AddHours(1)));
        await rig.SayAsync("k1", conversation);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Gateway.To(Groups).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_person_is_written_to_alone()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.HearAsync(Payloads.Said("M1"));
        rig.Channel.Reaches("陈一").ShouldBeFalse();
        await rig.KnowAsync("manager01", "陈一");
        rig.Channel.Reaches("陈一").ShouldBeTrue();
        await rig.SayAsync("k1", PrivateLine.To("陈一"), "有一件急事");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        JsonNode.DeepEquals(rig.Gateway.To(Persons).ShouldHaveSingleItem().Body, JsonNode.Parse(
            """{"robotCode":"dingTESTapp","userIds":["manager01"],"msgKey":"sampleText","msgParam":"{\"content\":\"有一件急事\"}"}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_wrote_alone_is_answered_alone_and_later_written_to()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(rig.Answerable(Payloads.Said("M1", "在吗").Alone()));
        PrivateLine.Is(conversation).ShouldBeTrue();
        await rig.SayAsync("k1", conversation, "在");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Clock.Set(rig.Clock.GetUtcNow().AddHours(2));
        await rig.SayAsync("k2", conversation, "办好了");
        await rig.BecomesAsync("k2", OutboxState.Sent);
        ((string?)rig.Gateway.To(Persons).ShouldHaveSingleItem().Body["userIds"]![0]).ShouldBe("manager01");
        rig.Gateway.To(Sessions).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whom_the_vendor_tells_no_staff_id_of_can_only_be_answered()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1", "在吗", staff: null).Alone());
        await rig.SayAsync("k1", conversation, "在");
        (await rig.BecomesAsync("k1", OutboxState.Failed)).Error.ShouldBe("钉钉没有给出这个人的员工号，只能在他刚说过话时回他");
    }

    [Fact]
    public async Task Where_nobody_named_it_nothing_can_be_said()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.SayAsync("k1", DingTalkRig.Group);
        (await rig.BecomesAsync("k1", OutboxState.Failed)).Error!.ShouldContain("还没有人在这里叫过机器人");
    }

    [Fact]
    public async Task After_a_restart_the_address_is_still_known()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(rig.Answerable(Payloads.Said("M1")));
        await rig.RestartAsync(DingTalkRig.App);
        await rig.SayAsync("k1", conversation);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Gateway.To(Sessions).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_long_message_is_said_in_parts_in_their_order()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1"));
        string text = string.Concat(Enumerable.Range(0, 120).Select(i => $"第{i}句要说的话。"));
        await rig.SayAsync("k1", conversation, text);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        await rig.BecomesAsync("k1#3", OutboxState.Sent);
        string[] said = [.. rig.Gateway.To(Groups).Select(request => (string)JsonNode.Parse((string)request.Body["msgParam"]!)!["content"]!)];
        said.Length.ShouldBe(3);
        said.ShouldAllBe(part => part.Length <= 450);
        string.Concat(said).ShouldBe(text);
    }
}
