using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Tickets;
using Tests.Channels;

namespace Tests.Open311;

public sealed class FileTests(Open311Rig rig) : IClassFixture<Open311Rig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_filed_is_a_ticket_that_waits_for_a_person()
    {
        int number = await rig.FileAsync(
            ("service_code", "lift"), ("address_string", "春和苑9号楼2单元"), ("description", "电梯关门时异响，很吓人"), ("last_name", "王"), ("first_name", "小明"), ("phone", "13812345678"));
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Topic, ticket.Category, ticket.Location).ShouldBe((TicketState.Captured, "电梯", Category.Living, "9号楼2单元"));
        TicketReport report = ticket.Reports.ShouldHaveSingleItem();
        (report.Channel, report.Sender, report.Phone, report.Text).ShouldBe((ByHand.Outside, "王小明", "13812345678", "电梯关门时异响，很吓人"));
        ticket.Owner.ShouldNotBeNull();
        (_, string body) = await rig.GetAsync($"requests/{number}.json");
        body.ShouldContain("春和苑9号楼2单元");
        foreach (string secret in new[] { "王", "138", "吓人" }) { body.ShouldNotContain(secret); }
    }

    [Fact]
    public async Task The_same_matter_at_the_same_place_joins_and_one_next_door_opens()
    {
        int first = await rig.OpenAsync("门禁", "单元门关不上", "7号楼1单元", Open311Rig.Second);
        (int status, string body) = await rig.PostAsync(("api_key", Open311Rig.Key), ("service_code", "door-access"), ("address_string", "春和苑7号楼1单元"), ("description", "单元门又关不上"));
        status.ShouldBe(200);
        JsonElement filed = JsonDocument.Parse(body).RootElement.EnumerateArray().ShouldHaveSingleItem();
        filed.GetProperty("service_request_id").GetString().ShouldBe($"{first}");
        filed.GetProperty("service_notice").GetString().ShouldBe($"这件事已经有人反映，并到{first}号一起办。");
        (await rig.TicketAsync(first)).Reports.Count.ShouldBe(2);
        (await rig.FileAsync(("service_code", "door-access"), ("address_string", "春和苑7号楼2单元"), ("description", "单元门关不上"))).ShouldNotBe(first);
        (await rig.FileAsync(("service_code", "lift"), ("address_string", "春和苑7号楼1单元"), ("description", "电梯停了"))).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_repeated_post_opens_nothing_and_its_key_finds_it()
    {
        (string, string)[] fields = [("api_key", Open311Rig.Key), ("service_code", "other"), ("lat", "31.2304"), ("long", "121.4737"), ("description", "井盖丢了")];
        (int status, string body)[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.PostAsync("requests.json", "k-1", fields)))];
        answers.ShouldAllBe(answer => answer.status == 200 && answer.body == answers[0].body);
        JsonElement found = (await rig.ReadAsync("tokens/k-1.json"))[0];
        found.GetProperty("token").GetString().ShouldBe("k-1");
        Ticket ticket = await rig.TicketAsync(int.Parse(found.GetProperty("service_request_id").GetString()!));
        ticket.Reports.ShouldHaveSingleItem().Text.ShouldBe("井盖丢了\n坐标：北纬31.2304，东经121.4737");
        (await rig.GetAsync("tokens/k-1.json", Open311Rig.GroupKey)).Status.ShouldBe(404, "the key of another client is another key");
        (_, string other) = await rig.PostAsync("requests.json", "k-1", [("api_key", Open311Rig.GroupKey), .. fields[1..]]);
        JsonDocument.Parse(other).RootElement[0].GetProperty("service_request_id").GetString().ShouldNotBe($"{ticket.Number}");
    }

    [Fact]
    public async Task Two_that_tell_the_same_at_the_same_moment_open_one()
    {
        int[] numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            rig.FileAsync(("service_code", "street-light"), ("address_string", "春和苑11号楼门口"), ("description", $"路灯不亮{i}"))));
        numbers.Distinct().ShouldHaveSingleItem();
        (await rig.TicketAsync(numbers[0])).Reports.Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_private_matter_is_taken_and_not_shown()
    {
        (_, string body) = await rig.PostAsync(("api_key", Open311Rig.Key), ("service_code", "noise"), ("address_string", "春和苑2号楼"), ("description", "隔壁夫妻吵架，家暴"));
        JsonElement filed = JsonDocument.Parse(body).RootElement[0];
        filed.GetProperty("service_notice").GetString()!.ShouldContain("私下办");
        (await rig.GetAsync($"requests/{filed.GetProperty("service_request_id").GetString()}.json")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("春和苑9号楼2单元", Open311Rig.Second)]
    [InlineData("春和苑3号楼", Open311Rig.First)]
    [InlineData("渡船口街12号", "渡船口街网格群")]
    [InlineData("锦绣花园7号楼", "春和社区大群")]
    [InlineData("7号楼", "春和社区大群")]
    public async Task It_belongs_to_the_group_of_the_grid_that_looks_after_the_place(string place, string group)
    {
        int number = await rig.FileAsync(("service_code", "trees"), ("address_string", place), ("description", "树枝断了挡路"));
        (await rig.TicketAsync(number)).Group.ShouldBe(group);
    }

    [Fact]
    public async Task Whoever_filed_it_reads_on_and_only_a_number_that_was_left_is_called()
    {
        await rig.FileAsync(("service_code", "telecom"), ("address_string", "梧桐里2号楼"), ("description", "宽带断了"));
        Ticket ticket = await rig.TicketAsync(await rig.FileAsync(("service_code", "telecom"), ("address_string", "梧桐里2号楼"), ("description", "网断了"), ("phone", "13812345678")));
        ticket.Resolve("接好了", null, "何建国", rig.Now, ask: false);
        ticket.Reports.OrderBy(report => report.Phone).Select(ticket.AwaitsCall).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_fire_alarms_people_whatever_it_is_filed_as()
    {
        (_, string body) = await rig.PostAsync(("api_key", Open311Rig.Key), ("service_code", "wiring"), ("address_string", "春和苑5号楼3单元"), ("description", "电表箱着火了，冒黑烟"));
        JsonElement filed = JsonDocument.Parse(body).RootElement[0];
        filed.GetProperty("service_notice").GetString()!.ShouldEndWith("有危险请马上打 119、110 或 120。");
        (await rig.TicketAsync(int.Parse(filed.GetProperty("service_request_id").GetString()!))).Urgency.ShouldBe(Urgency.Emergency);
    }

    [Fact]
    public async Task A_key_of_one_group_files_there()
    {
        (_, string body) = await rig.PostAsync(("api_key", Open311Rig.GroupKey), ("service_code", "trees"), ("address_string", "3号楼东侧"), ("description", "树枝断了"));
        (await rig.TicketAsync(int.Parse(JsonDocument.Parse(body).RootElement[0].GetProperty("service_request_id").GetString()!))).Group.ShouldBe(Open311Rig.Second);
    }

    [Theory]
    [InlineData(400, "缺少 service_code", "address_string=1号楼")]
    [InlineData(400, "没有这个 service_code", "service_code=nothing&address_string=1号楼")]
    [InlineData(400, "要写地点", "service_code=lift&description=坏了")]
    [InlineData(400, "lat 和 long", "service_code=lift&lat=31")]
    [InlineData(400, "lat 和 long", "service_code=lift&lat=310&long=120")]
    [InlineData(400, "lat 和 long", "service_code=lift&lat=NaN&long=120")]
    [InlineData(400, "media_url", "service_code=lift&address_string=1号楼&media_url=javascript:alert(1)")]
    [InlineData(403, "api_key", "service_code=lift&address_string=1号楼&api_key=wrong")]
    [InlineData(403, "只能查", "service_code=lift&address_string=1号楼&api_key=" + Open311Rig.ReaderKey)]
    public async Task What_cannot_be_filed_is_told_and_stores_nothing(int status, string words, string form)
    {
        int before = await rig.CountAsync();
        (string, string)[] fields = [.. form.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))];
        if (!form.Contains("api_key", StringComparison.Ordinal)) { fields = [("api_key", Open311Rig.Key), .. fields]; }
        (int answered, string body) = await rig.PostAsync(fields);
        (answered, JsonDocument.Parse(body).RootElement[0].GetProperty("code").GetInt32()).ShouldBe((status, status), body);
        JsonDocument.Parse(body).RootElement[0].GetProperty("description").GetString()!.ShouldContain(words);
        (await rig.CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Too_long_too_large_and_no_form()
    {
        (await rig.PostAsync(("api_key", Open311Rig.Key), ("service_code", "lift"), ("address_string", "1号楼"), ("description", new string('长', 2001)))).Status.ShouldBe(400);
        (await rig.PostAsync(("api_key", Open311Rig.Key), ("service_code", "lift"), ("address_string", new string('长', 61)))).Status.ShouldBe(400);
        (await rig.PostAsync(("api_key", Open311Rig.Key), ("description", new string('x', 100_000)))).Status.ShouldBe(413);
        (await SendAsync("""{"service_code":"lift"}"""u8.ToArray(), "application/json")).ShouldBe(415);
    }

    [Fact]
    public async Task No_body_makes_it_fail()
    {
        BodyMutator mutator = new(20261122,
            "service_code=lift&address_string=%E6%98%A5%E5%92%8C%E8%8B%913%E5%8F%B7%E6%A5%BC&description=%E7%94%B5%E6%A2%AF%E5%9D%8F%E4%BA%86&lat=31.2&long=121.4&phone=13812345678",
            "service_code=other&lat=31.2304&long=121.4737&description=a%00b%ud800&media_url=https://x/1.png&attribute[A]=1&last_name=x&first_name=y");
        await Fuzz.RunAsync(mutator, body => SendAsync(body, "application/x-www-form-urlencoded"), 200, 400);
    }

    private async Task<int> SendAsync(byte[] body, string type)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/open311/v2/requests.json") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Add("X-Api-Key", Open311Rig.Key);
        using HttpResponseMessage response = await rig.Host.Client.SendAsync(request, Token);
        string answer = await response.Content.ReadAsStringAsync(Token);
        Encoding.UTF8.GetByteCount(answer).ShouldBeLessThan(2_000);
        JsonDocument.Parse(answer).RootElement.GetArrayLength().ShouldBe(1);
        return (int)response.StatusCode;
    }
}
