using System.Net;
using Bot.Messaging;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>The page of one ticket and what is done there.</summary>
public sealed class TicketActTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/console#电梯")]
    [InlineData("/console\r\nX: y")]
    [InlineData("//evil.example")]
    public async Task A_way_back_that_is_none_leads_home(string back)
    {
        HttpResponseMessage answer = await rig.Worker.PostFormAsync("/console/more", "/console/display", ("large", "false"), ("back", back));
        answer.Headers.Location!.ToString().ShouldBe("/console");
    }

    [Fact]
    public async Task A_form_without_fields_is_refused_and_no_error()
    {
        int number = await rig.OpenAsync();
        (await rig.Worker.PostFormAsync("/console/more", $"/console/tickets/{number}/correct")).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await rig.Worker.PostFormAsync("/console/more", "/console/messages/987654/correct")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_state_comes_first_in_words()
    {
        int number = await AcceptedAsync();
        string page = await rig.Worker.GetTextAsync($"/console/tickets/{number}");
        page.ShouldContain("在办，离承诺还有");
        page.ShouldContain("3-1-502");
    }

    [Fact]
    public async Task What_is_overdue_says_so_with_a_word()
    {
        int number = await AcceptedAsync();
        await rig.WriteAsync((db, token) => db.Set<Ticket>().Where(ticket => ticket.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.DueAt, DateTimeOffset.UnixEpoch).SetProperty(ticket => ticket.PromisedAt, DateTimeOffset.UnixEpoch), token));
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain("已超时");
    }

    [Fact]
    public async Task Done_asks_the_group_and_quotes_the_first_report()
    {
        int number = await AcceptedAsync();
        HttpResponseMessage posted = await PostAsync(number, "resolve", ("version", "2"), ("cause", "换了门机皮带"));
        posted.Headers.Location!.ToString().ShouldBe($"/console/tickets/{number}");

        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Cause).ShouldBe((TicketState.Resolved, "换了门机皮带"));
        OutboxMessage told = (await rig.ToldAsync(number)).ShouldHaveSingleItem();
        told.Text.ShouldContain($"{number}好了");
        told.ReplyTo.ShouldBe(ticket.Reports.Single().MessageId);
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain(told.Text);
    }

    [Fact]
    public async Task A_photo_goes_with_it_and_what_is_no_photo_does_not()
    {
        int number = await AcceptedAsync();
        byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        HttpResponseMessage refused = await UploadAsync(number, "#!/bin/sh"u8.ToArray());
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain("照片要是5兆以内的图片");
        page.ShouldContain(">修好了，附照片</textarea>");

        (await UploadAsync(number, png)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Ticket ticket = await rig.TicketAsync(number);
        ticket.ResolvedPhoto.ShouldNotBeNull();
        (await rig.Worker.GetAsync($"/photos/{ticket.ResolvedPhoto}", Token)).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task A_note_is_kept_in_silence()
    {
        int number = await AcceptedAsync();
        await PostAsync(number, "note", ("version", "2"), ("note", "已打电话，下午上门"));
        (await rig.TicketAsync(number)).History.ShouldContain(line => line.Note == "已打电话，下午上门" && line.By == ConsoleRig.Lead);
        (await rig.ToldAsync(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_done_is_closed_with_its_reason_told()
    {
        int number = await AcceptedAsync();
        HttpResponseMessage bare = await PostAsync(number, "close", ("version", "2"), ("reason", " "));
        bare.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await PostAsync(number, "close", ("version", "2"), ("reason", "归供电公司管，已代报"));
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Closed);
        (await rig.ToldAsync(number)).ShouldHaveSingleItem().Text.ShouldContain("归供电公司管");
    }

    [Fact]
    public async Task Verified_then_closed_or_handed_out_again()
    {
        int number = await AcceptedAsync();
        await PostAsync(number, "resolve", ("version", "2"), ("cause", "换了门机皮带"));
        await PostAsync(number, "verify", ("version", "3"));
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Verified);
        await PostAsync(number, "close", ("version", "4"));
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Closed);
        await PostAsync(number, "reopen", ("version", "5"), ("reason", "又响了"));
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Accepted);
    }

    [Fact]
    public async Task An_edit_of_what_another_changed_comes_back_filled_with_the_difference()
    {
        int number = await AcceptedAsync();
        (string, string)[] mine = [("version", "2"), ("matter", "我写的名字"), ("category", "生活便民"), ("topic", "电梯"), ("location", "8号楼"), ("urgency", "normal"), ("back", $"/console/tickets/{number}")];
        (string, string)[] theirs = [.. mine.Select(field => field.Item1 == "matter" ? ("matter", "别人写的名字") : field)];
        await rig.Admin.PostFormAsync("/console", $"/console/tickets/{number}/correct", theirs);

        HttpResponseMessage stale = await PostAsync(number, "correct", mine);
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        string page = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync(Token));
        page.ShouldContain("管理员刚改过，看看差别再保存");
        page.ShouldContain("现在是“别人写的名字”，您填的是“我写的名字”");
        page.ShouldContain("value=\"我写的名字\"");
        (await rig.TicketAsync(number)).Matter.ShouldBe("别人写的名字");

        await PostAsync(number, "correct", [.. mine.Select(field => field.Item1 == "version" ? ("version", "3") : field)]);
        (await rig.TicketAsync(number)).Matter.ShouldBe("我写的名字");
    }

    [Fact]
    public async Task A_label_no_page_offers_is_refused()
    {
        int number = await AcceptedAsync();
        HttpResponseMessage posted = await PostAsync(number, "correct", ("version", "2"), ("matter", "名字"), ("category", "别的"), ("topic", "电梯"), ("urgency", "normal"));
        posted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_failed_in_the_group_can_be_sent_again()
    {
        int number = await AcceptedAsync();
        long id = await rig.WriteAsync(async (db, token) =>
        {
            OutboxMessage row = new() { Key = $"failed:{number}", Channel = "nowhere", Conversation = ConsoleRig.Group, Text = "没出去的话", Ticket = number, State = OutboxState.Failed, Error = "机器人已被移出群" };
            db.Add(row);
            await db.SaveChangesAsync(token);
            return row.Id;
        });
        string page = await rig.Worker.GetTextAsync($"/console/tickets/{number}");
        page.ShouldContain("没发出去（机器人已被移出群）");
        page.ShouldContain("复制文字");
        await rig.Worker.PostFormAsync("/console", $"/console/outbox/{id}/resend", ("back", $"/console/tickets/{number}"));
        (await rig.ToldAsync(number)).Single().State.ShouldBe(OutboxState.Queued);
    }

    [Fact]
    public async Task Words_of_staff_are_offered_as_one_tap()
    {
        int number = await AcceptedAsync();
        await rig.WriteAsync(async (db, token) =>
        {
            Ticket ticket = await db.Set<Ticket>().AsTracking().Include(ticket => ticket.Reports).Include(ticket => ticket.History).SingleAsync(ticket => ticket.Number == number, token);
            ticket.Log(StaffWord.Done, new TicketReport { Group = ConsoleRig.Group, Channel = "webchat", Conversation = ConsoleRig.Group, MessageId = $"s{number}", Sender = "物业维修老吴", Text = "修好了", Time = DateTimeOffset.UnixEpoch });
            return true;
        });
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain("在群里说修好了");
    }

    [Fact]
    public async Task The_list_is_searched_by_number_and_by_words()
    {
        int number = await rig.OpenAsync("地下室的水泵嗡嗡响", matter: "水泵响");
        (await rig.Worker.GetTextAsync($"/console/tickets?q={number}")).ShouldContain("水泵响");
        (await rig.Worker.GetTextAsync("/console/tickets?q=嗡嗡响")).ShouldContain($"{number}号 水泵响");
        (await rig.Worker.GetTextAsync("/console/tickets?q=这句话谁也没说过")).ShouldContain("没找到");
    }

    private async Task<int> AcceptedAsync()
    {
        int number = await rig.OpenAsync();
        await PostAsync(number, "accept", ("version", "1"));
        return number;
    }

    private Task<HttpResponseMessage> PostAsync(int number, string act, params (string, string)[] fields) =>
        rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/{act}", fields);

    private async Task<HttpResponseMessage> UploadAsync(int number, byte[] file)
    {
        string html = await rig.Worker.GetStringAsync($"/console/tickets/{number}", Token);
        string token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using MultipartFormDataContent form = new()
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("2"), "version" },
            { new StringContent("修好了，附照片"), "cause" },
            { new ByteArrayContent(file), "photo", "a.png" },
        };
        return await rig.Worker.PostAsync($"/console/tickets/{number}/resolve", form, Token);
    }
}
