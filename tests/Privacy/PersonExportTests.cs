using Bot.Grids.SignIn;
using Bot.Privacy;
using Bot.Sheets;
using Bot.Storage;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Privacy;

/// <summary>What is handed to a person who asks for what is stored of them.</summary>
public sealed class PersonExportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sheets_hold_everything_of_the_person_and_nothing_of_a_neighbour()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        DateTimeOffset at = host.Get<TimeProvider>().GetUtcNow().AddDays(-3);
        await host.Get<WriteQueue>().RunAsync(
            (db, _) =>
            {
                Canary.Seed(db, 901, TicketState.Accepted, at, "a.jpg");
                Canary.SeedKnown(db, at);
                return Task.CompletedTask;
            },
            Token);
        PersonKey who = (await host.Get<PersonBook>().SearchAsync("金丝雀", Token)).ShouldHaveSingleItem().Key;
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        HttpResponseMessage answer = await admin.PostFormAsync("/console/privacy", "/console/privacy/export", ("who", who.ToString()));
        SheetReading read = SheetReader.Read(await answer.Content.ReadAsByteArrayAsync(Token));

        string[] Of(string sheet, string column)
        {
            ReadSheet found = read.Sheets.Single(one => one.Name == sheet);
            return [.. found.Rows.Skip(1).Select(row => row[found.Column(column)])];
        }

        (string Sheet, string Column, string[] Cells)[] expected =
        [
            ("说过的话", "内容", [Canary.Words]),
            ("说过的话", "群", [Canary.Group]),
            ("说过的话", "照片", ["a.jpg"]),
            ("私下回的话", "内容", ["您的事办好了", $"您说的“{Canary.Copied}”办好了"]),
            ("工单里的话", "内容", [Canary.Words]),
            ("工单里的话", "电话", ["13800001111"]),
            ("问过的问题", "问题", [Canary.Words]),
            ("请人答的问题", "答复", ["明天来修"]),
            ("评价", "评价", ["不满意"]),
            ("评价", "原因", [Canary.Words]),
            ("教机器人的例句", "内容", [Canary.Words]),
        ];
        foreach ((string sheet, string column, string[] cells) in expected) { Of(sheet, column).ShouldBe(cells, $"{sheet}/{column}"); }
        read.Sheets.Select(sheet => sheet.Name).ShouldBe(expected.Select(part => part.Sheet).Distinct());
        read.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells).ShouldAllBe(cell => !cell.Contains(Canary.OtherWords) && !cell.Contains(Canary.Other));
    }
}
