using Bot.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;
using static Tests.Messaging.SenderRig;

namespace Tests.Messaging;

public sealed class LogTests
{
    private const string Words = "我家的电话是一三八";

    [Fact]
    public async Task Logs_hold_ids_but_no_words_and_no_name_from_a_private_line()
    {
        using TempFolder folder = new();
        LogLines log = new();
        StubChannel channel = new() { Answer = (row, _) => StubChannel.Is(row.Key == "2" ? SendOutcome.Refused : SendOutcome.Sent) };
        await using StorageHost host = await StorageHost.StartAsync(folder.Path, new ManualTimeProvider(), services =>
        {
            services.AddSingleton<IChannel>(channel);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log));
        });
        SenderRig rig = new(host, new ManualTimeProvider());
        string line = PrivateLine.To("陈静");
        InboundMessage said = new("webchat", line, "m-陈静", "陈静", SenderRole.Grid, Words);
        await host.Inbox.AcceptAsync(said, TestContext.Current.CancellationToken);
        await host.Inbox.AcceptAsync(said with { Text = Words + "一" }, TestContext.Current.CancellationToken);
        OutboxMessage[] rows = [Row("alert:1:陈静", line), Row("2"), Row("3")];
        Array.ForEach(rows, row => row.Text = Words);
        await rig.SayAsync(rows);
        await rig.SayAsync(Row("alert:1:陈静", line));
        await rig.BecomesAsync("3", OutboxState.Sent);
        await rig.BecomesAsync("alert:1:陈静", OutboxState.Sent);

        string all = string.Join('\n', log.Lines);
        all.ShouldContain("webchat/私信:陈**/m-陈**");
        all.ShouldContain("alert:1:陈** to stub/私信:陈**");
        all.ShouldNotContain("陈静");
        all.ShouldNotContain(Words[..4]);
    }
}
