using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>Ways round the limits of what a person may see or do.</summary>
public sealed class LeakTests(RoleRig rig) : IClassFixture<RoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(RoleRig.OtherGroup)]
    public async Task Nobody_takes_in_a_record_for_a_group_that_is_not_theirs(string chosen)
    {
        string line = $$"""{"group":"{{RoleRig.OtherGroup}}","sender":"王阿姨","time":"2026-11-20T10:00:00+08:00","text":"着火了","id":"x1"}""";
        HttpClient browser = rig.Browsers["property"];
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(Forms.TokenOf(await browser.GetStringAsync("/console/records", Token))), "__RequestVerificationToken");
        form.Add(new StringContent(chosen), "group");
        form.Add(new StringContent(""), "newGroup");
        form.Add(new StringContent(line), "text");
        string page = await (await browser.PostAsync("/console/records", form, Token)).Content.ReadAsStringAsync(Token);
        System.Net.WebUtility.HtmlDecode(page).ShouldContain(chosen.Length > 0 ? "没有这一条" : "不归您管");
        (await ReadAsync(db => db.Set<Message>().AnyAsync(message => message.Text == "着火了", Token))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_quote_shows_nobody_what_they_may_not_read()
    {
        string hidden = await ReadAsync(db => db.Set<Message>().Where(message => message.Text == RoleRig.PrivateWord).Select(message => message.MessageId).SingleAsync(Token));
        await rig.Host.Get<WriteQueue>().RunAsync((db, _) =>
        {
            db.Add(new Message
            {
                Channel = "webchat",
                Conversation = RoleRig.OwnGroup,
                MessageId = "quote1",
                Sender = "邻居",
                Text = "加油",
                ReplyTo = hidden,
                Time = rig.Host.Get<TimeProvider>().GetUtcNow(),
                State = MessageState.Decided,
            });
            return Task.FromResult(true);
        }, Token);
        (await rig.Browsers["lead"].GetTextAsync("/console/messages")).ShouldContain(RoleRig.PrivateWord);
        foreach (string role in new[] { "property", "reader" })
        {
            string page = await rig.Browsers[role].GetTextAsync("/console/messages");
            page.ShouldContain("加油");
            page.ShouldNotContain(RoleRig.PrivateWord);
        }
    }

    [Fact]
    public async Task A_reader_sees_no_resident_by_name()
    {
        string page = $"/console/tickets/{rig.Own.Ticket}";
        (await rig.Browsers["grid"].GetTextAsync(page)).ShouldContain("<b>住户</b>");
        string read = await rig.Browsers["reader"].GetTextAsync(page);
        read.ShouldContain("住**");
        read.ShouldNotContain("住户", Case.Sensitive, read[Math.Max(0, read.IndexOf("住户", StringComparison.Ordinal) - 100)..][..150]);
    }

    private async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }
}
