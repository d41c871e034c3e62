using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging;

/// <summary>What waits to be said when somebody takes words back: nobody takes another's words back by saying them.</summary>
public sealed class RecalledWordsTests : IAsyncLifetime
{
    private const string Group = "试用渠道·一群";
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly StubChannel _channel = new();
    private StorageHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _host = await StorageHost.StartAsync(_folder.Path, _clock, services => services.AddSingleton<IChannel>(_channel), ("Privacy:Consent", ""));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("请网格员确认")]
    [InlineData("明天上午停水，请提前备水。")]
    [InlineData("知道了")]
    [InlineData("327好了")]
    public async Task Nobody_withdraws_or_changes_what_waits_for_others_by_taking_a_phrase_back(string phrase)
    {
        const string Waits = "明天上午停水，请提前备水。请网格员确认，看到请回“知道了”，好了回“327好了”。";
        OutboxMessage[] rows =
        [
            Row("notice:1", Waits, row => row.NoticeRun = 1),
            Row("reply:900", Waits, row => (row.Ticket, row.ReplyTo) = (327, "other")),
            Row("ticket:327:4", Waits, row => row.Ticket = 327),
            Row("elsewhere", Waits, row => (row.Channel, row.Conversation) = ("another", "二群")),
            Row("draft", Waits, row => row.State = OutboxState.Draft),
            Row("muted", Waits, row => row.State = OutboxState.Muted),
            Row("consent:1:1", Waits, row => (row.Always, row.State) = (true, OutboxState.Draft)),
            Row("alert:1:1", Waits, row => (row.Conversation, row.Ticket) = (PrivateLine.To("王强"), 327)),
        ];
        await SayAsync(rows);
        await HearAsync(Said("m1", phrase));
        (await HearAsync(Taken("m1"))).ShouldBe(ReceptionOutcome.Accepted);
        foreach (OutboxMessage row in await RowsAsync())
        {
            (row.Text, row.State).ShouldBe((Waits, rows.Single(said => said.Key == row.Key).State), row.Key);
        }
    }

    [Fact]
    public async Task An_answer_that_repeats_them_is_not_said()
    {
        const string Words = "12号楼电梯坏了一直没人来修";
        await HearAsync(Said("m1", Words));
        long seq = await _host.ReadAsync(db => db.Set<Message>().Select(message => message.Seq).SingleAsync(Token));
        await SayAsync(
            Row("answer:7", $"您问{Words}，明天来修", row => row.ReplyTo = "m1"),
            Row($"reply:{seq}#2", $"还有：{Words}"),
            Row("always", $"危险！{Words}", row => (row.ReplyTo, row.Always) = ("m1", true)));
        await HearAsync(Taken("m1"));
        (await RowsAsync()).Select(row => (row.Key, row.State, row.Text, row.ReplyTo)).ShouldBe(
        [
            ("answer:7", OutboxState.Withdrawn, $"您问{Message.Hidden}，明天来修", null),
            ($"reply:{seq}#2", OutboxState.Withdrawn, $"还有：{Message.Hidden}", null),
            ("always", OutboxState.Queued, $"危险！{Words}", null),
        ]);
    }

    [Theory]
    [InlineData("12号楼电梯坏了，一直没人来修")]
    [InlineData("救命")]
    [InlineData("他说“没事”，可是水还在漏")]
    public async Task A_quote_of_their_sender_is_hidden_and_the_rest_is_said(string words)
    {
        string alert = $"⚠️紧急【327号】一群 地点不详 电梯。小陈说：“{words}”。请马上处理，看到请回“知道了”。";
        string others = $"⚠️紧急【328号】一群 地点不详 电梯。大小陈说：“{words}”。请马上处理，看到请回“知道了”。";
        await SayAsync(Row("alert:1:1", alert, row => row.Conversation = PrivateLine.To("王强")), Row("alert:2:1", others, row => row.Conversation = PrivateLine.To("王强")));
        await HearAsync(Said("m1", words));
        await HearAsync(Taken("m1"));
        (await RowsAsync()).Select(row => (row.Text, row.State)).ShouldBe(
            [(alert.Replace(words, Message.Hidden), OutboxState.Queued), (others, OutboxState.Queued)]);
    }

    [Fact]
    public async Task A_quote_that_was_cut_is_known_again()
    {
        string words = string.Concat(Enumerable.Range(1, 12).Select(floor => $"{floor}楼漏水厉害，"));
        await SayAsync(Row("alert:1:1", $"小陈说：“{words[..60]}”。请马上处理", row => row.Conversation = PrivateLine.To("王强")));
        await HearAsync(Said("m1", words));
        await HearAsync(Taken("m1"));
        (await RowsAsync()).ShouldHaveSingleItem().Text.ShouldBe($"小陈说：“{Message.Hidden}”。请马上处理");
    }

    // planned for later, so that it waits
    private OutboxMessage Row(string key, string text, Action<OutboxMessage>? change = null)
    {
        OutboxMessage row = new() { Key = key, Channel = "stub", Conversation = Group, Text = text, NextAttemptAt = _clock.GetUtcNow().AddHours(1) };
        change?.Invoke(row);
        return row;
    }

    private Task SayAsync(params OutboxMessage[] rows) => _host.Writes.RunAsync(
        (db, _) =>
        {
            foreach (OutboxMessage row in rows) { _host.Outbox.Say(db, row); }
            return Task.CompletedTask;
        },
        Token);

    private Task<List<OutboxMessage>> RowsAsync() => _host.ReadAsync(db => db.Set<OutboxMessage>().OrderBy(row => row.Id).ToListAsync(Token));

    private Task<ReceptionOutcome> HearAsync(Activity activity) => _host.Services.GetRequiredService<Reception>().ReceiveAsync(new Heard(_channel, activity), Token);

    private static Activity Said(string id, string text) => new()
    {
        Id = id,
        Text = text,
        From = new ChannelAccount("u1", "小陈"),
        Conversation = new ConversationAccount("c1", IsGroup: true, "一群"),
    };

    private static Activity Taken(string id) => new() { Type = ActivityTypes.Delete, Id = id, Conversation = new ConversationAccount("c1", IsGroup: true) };
}
