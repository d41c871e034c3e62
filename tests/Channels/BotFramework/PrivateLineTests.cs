using System.Text.Json;
using Bot.Messaging;
using Bot.Messaging.Members;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.BotFramework;

/// <summary>A worker whom the bot knows from a group is written to alone, although they never wrote to it.</summary>
public sealed class PrivateLineTests : IAsyncLifetime
{
    private const string Worker = "陈秀兰";
    private const string Begin = "/service/v3/conversations";
    private readonly BotFrameworkRig _rig = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Asked[] Begun => [.. _rig.Service.Requests.Where(asked => asked.Path == Begin)];

    private IChannel Channel => _rig.Host.Services.GetServices<IChannel>().Single(channel => channel.Name == "botframework");

    public async ValueTask InitializeAsync()
    {
        await _rig.InitializeAsync();
        (await _rig.SendAsync("Bearer " + _rig.Service.Token(), _rig.Body("heard"))).ShouldBe(200);
        long member = await _rig.ReadAsync(db => db.Set<Member>().Where(known => known.Channel == "botframework").Select(known => known.Id).SingleAsync(Token));
        Channel.Reaches(Worker).ShouldBeFalse();
        (await _rig.Host.Get<MemberBook>().NameAsync(member, Worker, Token)).ShouldBeNull();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_begun_once_and_spoken_in()
    {
        Channel.Reaches(Worker).ShouldBeTrue();
        await _rig.SayAsync(Row("first", "请看一下3号工单"), OutboxState.Sent);
        await _rig.SayAsync(Row("second", "再提醒一次"), OutboxState.Sent);

        Asked begun = Begun.ShouldHaveSingleItem();
        (begun.Method, begun.Authorization.StartsWith("Bearer own-", StringComparison.Ordinal)).ShouldBe(("POST", true));
        JsonElement asked = JsonDocument.Parse(begun.Body).RootElement;
        asked.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("id").GetString()).ShouldBe(["29:u1"]);
        asked.GetProperty("bot").GetProperty("id").GetString().ShouldBe($"28:{ServiceStub.AppId}");
        asked.GetProperty("isGroup").GetBoolean().ShouldBeFalse();
        Asked[] said = [.. _rig.Service.Requests.Where(request => request.Says("3号工单") || request.Says("再提醒一次"))];
        said.Select(request => request.Path).Distinct().ShouldHaveSingleItem().ShouldMatch("^/service/v3/conversations/sent-[0-9]+/activities$");
        said.Length.ShouldBe(2);
    }

    [Fact]
    public async Task It_is_begun_where_that_person_was_heard_whoever_spoke_last_from_elsewhere()
    {
        string elsewhere = _rig.Service.Address + "/elsewhere/";
        string stranger = _rig.Body("stranger", serviceUrl: elsewhere, conversation: "19:other@thread.tacv2").Replace("29:u1", "29:u2", StringComparison.Ordinal);
        (await _rig.SendAsync("Bearer " + _rig.Service.Token(serviceUrl: elsewhere), stranger)).ShouldBe(200);
        await _rig.SayAsync(Row("here", "请看一下3号工单"), OutboxState.Sent);
        Begun.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(500, OutboxState.Sent)]
    [InlineData(429, OutboxState.Sent)]
    [InlineData(403, OutboxState.Failed)]
    public async Task What_could_not_be_begun_was_not_said(int status, OutboxState state)
    {
        _rig.Service.Act = (http, asked) =>
        {
            if (asked.Path != Begin || Begun.Length > 1) { return false; }
            http.Response.StatusCode = status;
            return true;
        };
        await _rig.SayAsync(Row($"s{status}", $"答复{status}"), state);
        _rig.Service.Requests.Count(asked => asked.Says($"答复{status}")).ShouldBe(state == OutboxState.Sent ? 1 : 0);
    }

    [Fact]
    public async Task Somebody_nobody_has_pointed_out_is_not_written_to()
    {
        Channel.Reaches("林志强").ShouldBeFalse();
        OutboxMessage row = Row("unknown", "在吗");
        row.Conversation = PrivateLine.To("林志强");
        (await _rig.SayAsync(row, OutboxState.Failed)).Error.ShouldBe("渠道里还不知道这个人是谁，请在 更多 → 渠道 里说明");
        Begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_emergency_reaches_the_lead_there()
    {
        RecordedByHand done = await _rig.Host.Get<RecordByHandHandler>().HandleAsync(
            new RecordByHand("小孟", "k1", ByHand.Phone, "春和苑一网格群", "3号楼起火", new TicketCorrection(Category.Living, "火情", Urgency.Emergency, "3号楼"), null, null, null, TellGroup: false), Token);
        done.Refusal.ShouldBeNull();
        await Eventually.TrueAsync(() => _rig.Service.Requests.Any(asked => asked.Path.StartsWith(Begin + "/sent-", StringComparison.Ordinal) && asked.Says($"{done.Ticket}号")), "the alert is said");
    }

    [Fact]
    public async Task What_is_asked_is_in_the_description_of_the_interface()
    {
        string file = SharedMaterial.Require("contracts", "bot-connector-swagger.json");
        await _rig.SayAsync(Row("described", "请看一下"), OutboxState.Sent);
        JsonElement known = JsonDocument.Parse(await File.ReadAllTextAsync(file, Token)).RootElement.GetProperty("definitions").GetProperty("ConversationParameters").GetProperty("properties");
        string[] names = [.. known.EnumerateObject().Select(property => property.Name)];
        JsonDocument.Parse(Begun[0].Body).RootElement.EnumerateObject().Select(property => property.Name).ShouldBeSubsetOf(names);
    }

    private static OutboxMessage Row(string key, string text) => new() { Key = key, Channel = "botframework", Conversation = PrivateLine.To(Worker), Text = text, Always = true };
}
