using Bot.Messaging;
using Tests.Support;

namespace Tests.Channels.DingTalk;

/// <summary>What the vendor's refusals, throttles and silences do to what is said.</summary>
public sealed class FaultTests
{
    private const string Sessions = "/robot/sendBySession";
    private const string Groups = "/v1.0/robot/groupMessages/send";
    private const string Persons = "/v1.0/robot/oToMessages/batchSend";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Sessions, 200, """{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute","wait":5,"punish":"deny"}""", 600)]
    [InlineData(Sessions, 429, "{}", 60)]
    [InlineData(Groups, 429, "{}", 60)]
    [InlineData(Groups, 403, """{"code":"Forbidden.AccessDenied.QpsLimitForApi","message":"x"}""", 60)]
    [InlineData(Groups, 400, """{"code":"Throttling","message":"x"}""", 60)]
    public async Task Too_often_waits_and_is_said_later_once(string path, int status, string body, int seconds)
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(path == Sessions ? rig.Answerable(Payloads.Said("M1")) : Payloads.Said("M1"));
        rig.Gateway.Act = request => request.Path == path ? new FakeAnswer(status, body) : null;
        DateTimeOffset before = rig.Clock.GetUtcNow();
        await rig.SayAsync("k1", conversation);
        await rig.SayAsync("k2", conversation);
        (await rig.WaitsAsync("k1")).NextAttemptAt.ShouldBe(before.AddSeconds(seconds), TimeSpan.FromSeconds(1));
        rig.Gateway.Act = _ => null;
        await rig.AdvanceToRetryAsync("k1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        await rig.BecomesAsync("k2", OutboxState.Sent);
        rig.Gateway.Posted.Count(request => request.Path == path).ShouldBe(3, "one that was too early, and each once");
    }

    [Theory]
    [InlineData(Groups, 400, """{"code":"group.disbanded","message":"secret words"}""", "钉钉里这个群已经解散")]
    [InlineData(Groups, 400, """{"code":"invalid.openConversationId"}""", "钉钉不认这个群，机器人可能已经不在群里")]
    [InlineData(Groups, 400, """{"code":"invalidParameter.robotCode.auth"}""", "钉钉不认机器人编码，请核对 Channels:DingTalk:RobotCode 和机器人的权限")]
    [InlineData(Groups, 400, """{"code":"invalidParameter.msgParam.tooLong"}""", "这一条太长，钉钉不收；请把 Channels:DingTalk:MostCharacters 调小")]
    [InlineData(Groups, 403, """{"code":"Forbidden.AccessDenied.IpNotInWhiteList"}""", "钉钉不许这台机器的 IP 地址访问，请在钉钉后台的服务器出口 IP 里加上")]
    [InlineData(Groups, 400, """{"code":"something.else"}""", "钉钉不收（something.else）")]
    [InlineData(Groups, 404, """{"code":"<b>1</b>"}""", "钉钉不收（HTTP 404）")]
    [InlineData(Groups, 302, "", "钉钉不收（HTTP 302）")]
    public async Task What_cannot_pass_is_shown_to_people(string path, int status, string body, string words)
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1"));
        rig.Gateway.Act = request => request.Path == path ? new FakeAnswer(status, body) : null;
        await rig.SayAsync("k1", conversation);
        (await rig.BecomesAsync("k1", OutboxState.Failed)).Error.ShouldBe(words);
        rig.Gateway.Posted.Count(request => request.Path == path).ShouldBe(1);
    }

    [Theory]
    [InlineData(Sessions, 0, "")]
    [InlineData(Sessions, 200, "<html>")]
    [InlineData(Sessions, 502, "<html>")]
    [InlineData(Groups, 0, "")]
    [InlineData(Groups, 500, """{"code":"system.error"}""")]
    public async Task A_lost_answer_leaves_it_in_doubt_and_is_not_said_again(string path, int status, string body)
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(path == Sessions ? rig.Answerable(Payloads.Said("M1")) : Payloads.Said("M1"));
        rig.Gateway.Act = request => request.Path == path ? new FakeAnswer(status, body) : null;
        await rig.SayAsync("k1", conversation);
        (await rig.BecomesAsync("k1", OutboxState.InDoubt)).Error!.ShouldContain("可能发出去了，也可能没有");
        rig.Gateway.Act = _ => null;
        await rig.SayAsync("k2", conversation);
        await rig.BecomesAsync("k2", OutboxState.Sent);
        rig.Gateway.Posted.Count(request => request.Path == path).ShouldBe(2);
    }

    [Theory]
    [InlineData(Sessions, 200, """{"errcode":-1,"errmsg":"busy"}""")]
    [InlineData(Groups, 503, """{"code":"ServiceUnavailable"}""")]
    public async Task What_was_surely_not_said_is_tried_again(string path, int status, string body)
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(path == Sessions ? rig.Answerable(Payloads.Said("M1")) : Payloads.Said("M1"));
        int tries = 0;
        rig.Gateway.Act = request => request.Path == path && ++tries == 1 ? new FakeAnswer(status, body) : null;
        await rig.SayAsync("k1", conversation);
        await rig.WaitsAsync("k1");
        await rig.AdvanceToRetryAsync("k1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        tries.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_ended_before_its_time_is_fetched_anew_and_it_is_said_once()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1"));
        int tries = 0;
        rig.Gateway.Act = request => request.Path == Groups && ++tries == 1 ? new FakeAnswer(400, """{"code":"InvalidAuthentication"}""") : null;
        await rig.SayAsync("k1", conversation);
        (await rig.BecomesAsync("k1", OutboxState.Sent)).SentAs.ShouldBe("sent-1");
        rig.Gateway.To("/accessToken").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_is_fetched_anew_shortly_before_its_end()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1"));
        foreach ((string key, int minutes, int tokens) in new[] { ("k1", 0, 1), ("k2", 114, 1), ("k3", 2, 2) })
        {
            rig.Clock.Set(rig.Clock.GetUtcNow().AddMinutes(minutes));
            await rig.SayAsync(key, conversation);
            await rig.BecomesAsync(key, OutboxState.Sent);
            rig.Gateway.To("/accessToken").Length.ShouldBe(tokens);
        }
    }

    [Fact]
    public async Task Without_a_token_it_waits_and_says_why()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1"));
        rig.Gateway.Act = request => request.Path.EndsWith("/accessToken", StringComparison.Ordinal) ? new FakeAnswer(400, """{"code":"invalidClientIdOrSecret"}""") : null;
        await rig.SayAsync("k1", conversation);
        (await rig.WaitsAsync("k1")).Error.ShouldBe("钉钉不认这个应用，请核对 ClientId 和 ClientSecret");
        (await rig.Channel.TestAsync(Token)).ShouldBe("钉钉不认这个应用，请核对 ClientId 和 ClientSecret");
        rig.Gateway.Act = _ => null;
        (await rig.Channel.TestAsync(Token)).ShouldBeNull();
        await rig.AdvanceToRetryAsync("k1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
    }

    [Theory]
    [InlineData("invalidStaffIdList", "Failed", "钉钉里没有这个人，或者机器人够不着")]
    [InlineData("flowControlledStaffIdList", "Queued", "钉钉说给这个人发得太频繁，稍后再发")]
    public async Task Whom_the_vendor_names_in_a_good_answer_did_not_get_it(string list, string state, string words)
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1").Alone());
        rig.Gateway.Act = request => request.Path == Persons ? new FakeAnswer(200, $$"""{"processQueryKey":"q","{{list}}":["manager01"]}""") : null;
        await rig.SayAsync("k1", conversation);
        await Eventually.TrueAsync(async () => (await rig.RowAsync("k1")).Attempts == 1, "a try");
        OutboxMessage row = await rig.RowAsync("k1");
        (row.State.ToString(), row.Error).ShouldBe((state, words));
    }
}
