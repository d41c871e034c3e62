using System.Text.Json;
using System.Xml.Linq;
using Bot.Tickets;

namespace Tests.Open311;

public sealed class ReadTests(Open311Rig rig) : IClassFixture<Open311Rig>
{
    [Fact]
    public async Task A_ticket_shows_its_kind_its_place_as_far_as_the_entrance_and_how_it_stands()
    {
        int number = await rig.OpenAsync("漏水", "我家501室天花板漏水，电话13812345678，我姓刘", "3号楼1单元501室");
        (int status, string body) = await rig.GetAsync($"requests/{number}.json");
        status.ShouldBe(200);
        JsonElement found = JsonDocument.Parse(body).RootElement.EnumerateArray().ShouldHaveSingleItem();
        Of(found, "service_request_id").ShouldBe($"{number}");
        (Of(found, "status"), Of(found, "status_notes")).ShouldBe(("open", "待审"));
        (Of(found, "service_code"), Of(found, "service_name"), Of(found, "description")).ShouldBe(("leak", "漏水", "天花板漏水"));
        Of(found, "address").ShouldBe("春和苑3号楼1单元");
        Of(found, "agency_responsible").ShouldBe("春和社区");
        Of(found, "requested_datetime")!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$");
        Of(found, "expected_datetime").ShouldNotBeNull();
        foreach (string secret in new[] { "刘", "501", "138", "502", "我家" }) { body.ShouldNotContain(secret); }
    }

    [Fact]
    public async Task What_a_worker_typed_is_not_shown_as_typed()
    {
        int number = await rig.OpenAsync("电梯", "电梯坏了", "王阿姨家门口那边", matter: "王丽丽家门口电梯异响");
        (_, string body) = await rig.GetAsync($"requests/{number}.json");
        body.ShouldNotContain("王");
        body.ShouldContain("电梯异响");
    }

    [Fact]
    public async Task Private_matters_people_in_danger_and_what_was_merged_into_one_are_not_there()
    {
        int quarrel = await rig.OpenAsync("噪声", "楼上天天拖椅子", "3号楼1单元");
        int lost = await rig.OpenAsync("走失", "我家老人走丢了", "3号楼");
        int made = await rig.OpenAsync("路灯", "路灯不亮", "东门", then: ticket => ticket.IsPrivate = true);
        int merged = await rig.OpenAsync("路灯", "路灯也不亮", "西门", then: ticket => (ticket.State, ticket.MergedInto) = (TicketState.Merged, made));
        foreach (int number in new[] { quarrel, lost, made, merged })
        {
            (await rig.GetAsync($"requests/{number}.json")).Status.ShouldBe(404);
            (await rig.GetAsync($"request/{number}.xml")).Status.ShouldBe(404);
        }
        JsonElement list = await rig.ReadAsync($"requests.json?service_request_id={quarrel},{lost},{made},{merged}");
        list.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_key_of_one_group_sees_that_group()
    {
        int first = await rig.OpenAsync("垃圾", "垃圾没人收", "2号楼"), second = await rig.OpenAsync("垃圾", "垃圾没人收", "9号楼", Open311Rig.Second);
        Numbers(await rig.ReadAsync($"requests.json?service_request_id={first},{second}", Open311Rig.GroupKey)).ShouldBe([second]);
        (await rig.GetAsync($"requests/{first}.json", Open311Rig.GroupKey)).Status.ShouldBe(404);
        Numbers(await rig.ReadAsync($"requests.json?service_request_id={first},{second},nonsense")).ShouldBe([second, first]);
    }

    [Fact]
    public async Task Filters_are_those_of_the_interface()
    {
        int open = await rig.OpenAsync("虫害", "有老鼠", "4号楼");
        int done = await rig.OpenAsync("虫害", "蟑螂", "5号楼", then: ticket => ticket.Resolve("除了虫", null, "陈秀兰", rig.Now));
        int closed = await rig.OpenAsync("虫害", "白蚁", "6号楼", then: ticket => ticket.Close("不归我们管", told: false, "陈秀兰", rig.Now));
        int old = await rig.OpenAsync("虫害", "蚊子多", "1号楼", then: ticket => ticket.OpenedAt = rig.Now.AddDays(-100));
        Numbers(await rig.ReadAsync("requests.json?service_code=pests")).ShouldBe([closed, done, open], "the last 90 days, the latest first");
        Numbers(await rig.ReadAsync("requests.json?service_code=pests&status=open")).ShouldBe([done, open], "办好 is open until somebody confirms it");
        Numbers(await rig.ReadAsync("requests.json?service_code=pests&status=closed")).ShouldBe([closed]);
        Numbers(await rig.ReadAsync("requests.json?service_code=pests,trees&status=open,closed&page_size=2&page=2")).ShouldBe([open]);
        Numbers(await rig.ReadAsync($"requests.json?service_code=pests&start_date={Open311Rig.Escape(rig.Now.AddDays(-120))}")).ShouldBe([old]);
        Numbers(await rig.ReadAsync($"requests.json?service_code=pests&start_date={rig.Now.AddDays(-101):yyyy-MM-dd}&end_date={rig.Now.AddDays(-90):yyyy-MM-ddTHH:mm:ss}Z")).ShouldBe([old]);
        Numbers(await rig.ReadAsync($"requests.json?service_request_id={old}&status=closed&start_date=nonsense".Replace("&start_date=nonsense", ""))).ShouldBe([old], "an id overrides the rest");
    }

    [Theory]
    [InlineData("requests.json?status=done")]
    [InlineData("requests.json?service_code=nothing")]
    [InlineData("requests.json?start_date=yesterday")]
    [InlineData("requests.json?start_date=2026-01-01&end_date=2026-06-01")]
    [InlineData("requests.json?start_date=2026-06-01&end_date=2026-01-01")]
    [InlineData("requests.json?page=0")]
    [InlineData("requests.json?page_size=1001")]
    public async Task What_cannot_be_asked_is_told(string path)
    {
        (int status, string body) = await rig.GetAsync(path);
        status.ShouldBe(400);
        JsonElement error = JsonDocument.Parse(body).RootElement.EnumerateArray().ShouldHaveSingleItem();
        (error.GetProperty("code").GetInt32(), error.GetProperty("description").GetString()!.Length > 3).ShouldBe((400, true));
    }

    [Theory]
    [InlineData("services.json", null, 403)]
    [InlineData("services.json", "wrong-0123456789abcdef0123456789ab", 403)]
    [InlineData("services.json?api_key=" + Open311Rig.Key, null, 200)]
    [InlineData("requests.json", null, 403)]
    [InlineData("requests/1.json", null, 403)]
    [InlineData("services/nothing.json", Open311Rig.Key, 404)]
    [InlineData("requests/0.json", Open311Rig.Key, 404)]
    [InlineData("requests/99999999999999999999.json", Open311Rig.Key, 404)]
    [InlineData("tokens/nothing.xml", Open311Rig.Key, 404)]
    [InlineData("services.yaml", Open311Rig.Key, 404)]
    public async Task Who_may_and_what_is_not_there(string path, string? key, int expected)
    {
        (int status, string body) = await rig.GetAsync(path, key);
        status.ShouldBe(expected, body);
        if (expected == 200) { return; }
        if (path.EndsWith(".xml", StringComparison.Ordinal)) { XDocument.Parse(body).Root!.Element("error")!.Element("code")!.Value.ShouldBe($"{expected}"); }
        else { JsonDocument.Parse(body).RootElement[0].GetProperty("code").GetInt32().ShouldBe(expected); }
    }

    [Fact]
    public async Task Both_formats_say_the_same()
    {
        int number = await rig.OpenAsync("路灯", "路灯不亮", "东门");
        foreach ((string path, string root, string item) in new[] { ("services", "services", "service"), ($"requests/{number}", "service_requests", "request"), ("requests", "service_requests", "request") })
        {
            JsonElement[] json = [.. (await rig.ReadAsync(path + ".json")).EnumerateArray()];
            (int status, string body) = await rig.GetAsync(path + ".xml");
            status.ShouldBe(200);
            XElement xml = XDocument.Parse(body).Root!;
            xml.Name.LocalName.ShouldBe(root);
            xml.Elements(item).Select(each => string.Join('|', each.Elements().Select(field => $"{field.Name}={field.Value}")))
                .ShouldBe(json.Select(each => string.Join('|', each.EnumerateObject().Select(field => $"{field.Name}={(field.Value.ValueKind == JsonValueKind.False ? "False" : field.Value.ToString())}"))), Case.Insensitive);
        }
        (_, string one) = await rig.GetAsync($"request/{number}.xml");
        XDocument.Parse(one).Root!.Element("service_request_id")!.Value.ShouldBe($"{number}");
        (_, string definition) = await rig.GetAsync("services/street-light.xml");
        XDocument.Parse(definition).Root!.Name.LocalName.ShouldBe("service_definition");
    }

    [Fact]
    public async Task Where_it_is_is_told_to_anybody()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/open311/discovery.json");
        (int status, string body) = await rig.SendAsync(request);
        status.ShouldBe(200);
        JsonElement endpoint = JsonDocument.Parse(body).RootElement.GetProperty("endpoints")[0];
        endpoint.GetProperty("url").GetString().ShouldBe(new Uri(rig.Host.Address, "/open311/v2").AbsoluteUri);
        endpoint.GetProperty("specification").GetString().ShouldBe("http://wiki.open311.org/GeoReport_v2");
    }

    private static string? Of(JsonElement found, string field) => found.TryGetProperty(field, out JsonElement value) ? value.GetString() : null;

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(each => int.Parse(each.GetProperty("service_request_id").GetString()!))];
}
