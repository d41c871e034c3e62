using System.Net;
using Bot.Sheets;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Console;

/// <summary>常用语 on a ticket, and the list of tickets as a sheet.</summary>
public sealed class PhraseTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_tap_replies_and_takes_the_matter()
    {
        int number = await rig.OpenAsync("信箱锁坏了", location: "1号楼");
        string page = $"/console/tickets/{number}";
        (await rig.Worker.GetTextAsync(page)).ShouldContain("收到，我去看一下");
        await rig.Worker.PostFormAsync(page, $"{page}/phrase", ("version", "1"), ("phrase", "-1"));
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.Assignee).ShouldBe((TicketState.Claimed, ConsoleRig.Lead));
        (await rig.ToldAsync(number)).ShouldHaveSingleItem().Text.ShouldBe($"【{number}号】收到，我去看一下");
    }

    [Fact]
    public async Task A_person_keeps_phrases_of_their_own()
    {
        await rig.Worker.PostFormAsync("/console/phrases", "/console/phrases", ("text", "下午三点到"), ("act", "0"));
        (await rig.Worker.GetTextAsync("/console/phrases")).ShouldContain("下午三点到");
        (await rig.Admin.GetTextAsync("/console/phrases")).ShouldNotContain("下午三点到");
    }

    [Fact]
    public async Task The_sheet_holds_the_rows_of_the_filter_and_is_read_back()
    {
        int number = await rig.OpenAsync("消防通道堵了", "9-1-801王姐", location: "9号楼", matter: "消防通道堵了");
        HttpResponseMessage file = await rig.Worker.GetAsync($"/console/tickets/export?q={number}", Token);
        byte[] bytes = await file.Content.ReadAsByteArrayAsync(Token);
        ReadSheet sheet = SheetReader.Read(bytes).Sheets[0];
        sheet.Rows.Count.ShouldBe(2);
        sheet.Rows[1][0].ShouldBe(number.ToString());
        sheet.Rows[1][sheet.Column("反映人")].ShouldBe("9**");

        string text = $"编号,什么事,地点,群\n{number},消防通道被车堵,9号楼,{ConsoleRig.Group}\n,新来的一件,8号楼,{ConsoleRig.Group}\n99999,没有的,,\n";
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await TokenAsync()), "__RequestVerificationToken" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "file", "工单.csv" },
        };
        string answer = WebUtility.HtmlDecode(await (await rig.Worker.PostAsync("/console/tickets/import", form, Token)).Content.ReadAsStringAsync(Token));
        answer.ShouldContain("新立 1件，改了 1件");
        answer.ShouldContain("第 4 行：没有99999号工单");
        (await rig.TicketAsync(number)).Matter.ShouldBe("消防通道被车堵");
    }

    private async Task<string> TokenAsync()
    {
        string page = await rig.Worker.GetTextAsync("/console/tickets/import");
        const string before = "__RequestVerificationToken\" value=\"";
        int start = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return page[start..page.IndexOf('"', start)];
    }
}
