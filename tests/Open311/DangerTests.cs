using System.Text.Json;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;

namespace Tests.Open311;

/// <summary>People in danger, whatever the matter is called by whoever files it and whatever is open at the place.</summary>
public sealed class DangerTests(Open311Rig rig) : IClassFixture<Open311Rig>
{
    private const string Call = "有危险请马上打 119、110 或 120。";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_emergency_that_joins_what_is_open_calls_people_and_the_answer_says_so()
    {
        int open = await rig.OpenAsync("燃气", "燃气表不走字", "7号楼2单元", Open311Rig.Second);
        (await AlertsAsync(open)).ShouldBe(0);
        (int number, string notice) = await FileAsync("gas", "春和苑7号楼2单元", "楼道里一股煤气味，有人头晕想吐");
        number.ShouldBe(open);
        notice.ShouldBe($"这件事已经有人反映，并到{open}号一起办。{Call}");
        Ticket ticket = await rig.TicketAsync(open);
        (ticket.Urgency, ticket.History[^1].Kind, await AlertsAsync(open)).ShouldBe((Urgency.Emergency, TicketEventKind.Raised, 1));
        (await FileAsync("gas", "春和苑7号楼2单元", "煤气味更重了，有人晕倒了")).Number.ShouldBe(open);
        (await AlertsAsync(open)).ShouldBe(1, "they are called already");
    }

    [Fact]
    public async Task Somebody_trapped_is_no_noise_of_the_lift()
    {
        int noise = await rig.OpenAsync("电梯", "电梯异响", "9号楼2单元", Open311Rig.Second);
        (int number, string notice) = await FileAsync("lift", "春和苑9号楼2单元", "电梯困人，老人胸口疼");
        ((await rig.TicketAsync(number)).Urgency, await AlertsAsync(number)).ShouldBe((Urgency.Emergency, 1));
        notice.ShouldEndWith(Call);
        if (number != noise) { (await rig.TicketAsync(noise)).Urgency.ShouldBe(Urgency.Normal); }
    }

    [Fact]
    public async Task What_it_is_called_makes_no_private_matter_public()
    {
        await rig.OpenAsync("噪声", "广场舞太吵", "5号楼1单元");
        int before = await rig.CountAsync();
        (int number, string notice) = await FileAsync("noise", "春和苑5号楼1单元", "有人要跳楼");
        (await rig.CountAsync()).ShouldBe(before + 1, "nor does it lie in a ticket of the group");
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Topic, ticket.IsPrivate, await AlertsAsync(number)).ShouldBe(("轻生", true, 1));
        notice.ShouldBe($"记下了（{number}号），等网格员确认。这件事私下办，进展不在这里公布。{Call}");
        await ShouldSeeAsync(number, hotline: false, others: false);
    }

    [Fact]
    public async Task An_emergency_is_seen_by_whoever_filed_it_and_by_others_once_a_person_has_looked()
    {
        (int number, string notice) = await FileAsync("loose-objects", "春和苑6号楼3单元", "外墙砖掉下来砸到人了");
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Topic, ticket.Urgency).ShouldBe(("坠物", Urgency.Emergency));
        notice.ShouldBe($"记下了（{number}号），等网格员确认。{Call}");
        await ShouldSeeAsync(number, hotline: true, others: false);
        int merged = await rig.OpenAsync("路灯", "路灯掉下来了", "6号楼3单元", then: other => (other.State, other.MergedInto) = (TicketState.Merged, number));
        await ShouldSeeAsync(merged, hotline: true, others: false);
        (await rig.Host.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, ticket.Version, "陈秀兰"), Token)).IsDone.ShouldBeTrue();
        await ShouldSeeAsync(number, hotline: true, others: true);
        await ShouldSeeAsync(merged, hotline: true, others: true);
    }

    [Fact]
    public async Task An_emergency_that_a_resident_says_is_over_was_seen_by_nobody()
    {
        int over = await rig.OpenAsync("坠物", "瓦片掉下来了", "2号楼", then: ticket =>
        {
            ticket.Raise(Urgency.Emergency, "刘大妈", rig.Now, rig.Host.Get<TicketDeadlines>());
            ticket.State = TicketState.Verified;
        });
        await ShouldSeeAsync(over, hotline: false, others: false);
    }

    private async Task<(int Number, string Notice)> FileAsync(string service, string place, string words)
    {
        (int status, string body) = await rig.PostAsync(("api_key", Open311Rig.Key), ("service_code", service), ("address_string", place), ("description", words));
        status.ShouldBe(200, body);
        JsonElement filed = JsonDocument.Parse(body).RootElement[0];
        return (int.Parse(filed.GetProperty("service_request_id").GetString()!), filed.GetProperty("service_notice").GetString()!);
    }

    private async Task ShouldSeeAsync(int number, bool hotline, bool others)
    {
        foreach ((string key, bool sees) in new[] { (Open311Rig.Key, hotline), (Open311Rig.ReaderKey, others) })
        {
            (await rig.GetAsync($"requests/{number}.json", key)).Status.ShouldBe(sees ? 200 : 404, key);
            (await rig.ReadAsync($"requests.json?service_request_id={number}", key)).GetArrayLength().ShouldBe(sees ? 1 : 0, key);
        }
    }

    private async Task<int> AlertsAsync(int number)
    {
        await using BotDbContext db = await rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Alert>().CountAsync(alert => alert.Ticket == number, Token);
    }
}
