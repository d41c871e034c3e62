using System.Text;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.ChatRecord;

/// <summary>A record on its way: pasted, looked at, taken in, triaged, answered by hand.</summary>
public sealed class RecordFlowTests(RecordRig rig) : IClassFixture<RecordRig>
{
    private const string Morning =
        """
        3-1-502王姐 7:31
        3号楼1单元电梯又坏了

        3-1-502王姐 7:31
        卡在六楼不动

        5-2-301老赵 7:40
        早上好

        物业小李 7:42
        收到，马上叫人

        3-2-101小周 7:50
        尊老金满多少岁能领？

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_becomes_tickets_and_drafts_after_a_person_has_looked_at_it()
    {
        const string group = "东门花园业主群";
        string address = (await rig.PasteAsync(Morning, group)).ShouldNotBeNull();
        string preview = await rig.Worker.GetTextAsync(address);
        preview.ShouldContain("5句新的");
        preview.ShouldContain("最后一句是哪天说的");
        preview.ShouldContain("3号楼1单元电梯又坏了");
        (await rig.MessagesAsync(group)).ShouldBeEmpty("nothing happens before the yes");

        await rig.ConfirmAsync(address);
        List<Message> messages = await rig.MessagesAsync(group);
        messages.Select(message => (message.Sender, message.Role)).ShouldContain(("物业小李", SenderRole.Property));
        messages[0].Time.ShouldBe(new DateTimeOffset(2026, 11, 21, 7, 31, 0, TimeSpan.FromHours(8)));
        (await rig.RecordAsync(address)).Lines.ShouldBeNull("what was pasted is forgotten");

        string result = await rig.Worker.GetTextAsync(address);
        result.ShouldContain("新的5句");
        Ticket ticket = await rig.ReadAsync(db => db.Set<Ticket>().Include(ticket => ticket.Reports).SingleAsync(ticket => ticket.Group == group, Token));
        result.ShouldContain($"{ticket.Number}号");
        (ticket.Location, ticket.OpenedAt).ShouldBe(("3号楼1单元6层", rig.Clock.GetUtcNow()));
        ticket.PromisedAt.ShouldBeGreaterThan(rig.Clock.GetUtcNow(), "a promise counts from now");

        List<OutboxMessage> drafts = await rig.DraftsAsync(group);
        drafts.ShouldAllBe(draft => draft.State == OutboxState.Draft && draft.Channel == "chatrecord");
        drafts.Count.ShouldBe(2, "a receipt and a question");
        (await rig.Worker.GetTextAsync($"/console/tickets/{ticket.Number}")).ShouldContain("一键复制");
        await SayAsync(drafts[0], "sent");
        await SayAsync(drafts[1], "drop");
        (await rig.DraftsAsync(group)).Select(draft => draft.State).ShouldBe([OutboxState.Sent, OutboxState.Dropped]);
    }

    [Fact]
    public async Task Results_and_answers_to_such_a_group_are_drafts_too()
    {
        const string group = "西门花园业主群";
        await rig.TakeAsync("9-1-502王姐 7:31\n9号楼1单元楼道灯不亮了\n", group);
        Ticket ticket = await rig.ReadAsync(db => db.Set<Ticket>().SingleAsync(ticket => ticket.Group == group, Token));
        await rig.Worker.PostFormAsync("/console", $"/console/tickets/{ticket.Number}/resolve", ("version", $"{ticket.Version}"), ("cause", "换了灯泡"));
        await Eventually.TrueAsync(
            async () =>
            {
                rig.Clock.Advance(TimeSpan.FromSeconds(1));
                return (await rig.DraftsAsync(group)).Count(draft => draft.State == OutboxState.Draft) == 2;
            },
            "the result is drafted");
        string waiting = await rig.Worker.GetTextAsync("/console/drafts");
        waiting.ShouldContain(group);
        waiting.ShouldContain("处理好了");
        (await rig.Host.Get<GroupChannels>().OfAsync(await ContextAsync(), group, Token)).ShouldBe("chatrecord");
    }

    [Fact]
    public async Task The_same_record_again_brings_only_what_is_new()
    {
        const string group = "南门花园业主群";
        await rig.TakeAsync(Morning, group);
        int before = (await rig.MessagesAsync(group)).Count;

        string again = await rig.TakeAsync(Morning, group);
        (await rig.RecordAsync(again)).New.ShouldBe(0);
        string seconds = Morning.Replace(" 7:31", " 2026/11/21 07:31:05").Replace(" 7:4", " 2026年11月21日 上午7:4").Replace(" 7:50", " 今天 07:50");
        (await rig.RecordAsync(await rig.TakeAsync(seconds, group))).New.ShouldBe(0, "the same in other words for the time");
        string more = Morning.Replace("5-2-301老赵 7:40", "8-2-402吴叔 7:35\n8号楼门口垃圾没人清\n\n5-2-301老赵 7:40") + "\n3-1-502王姐 8:10\n电梯修好了吗\n";
        (await rig.RecordAsync(await rig.TakeAsync(more, group))).New.ShouldBe(2, "one in the middle and one at the end");
        (await rig.MessagesAsync(group)).Count.ShouldBe(before + 2);
        (await rig.ReadAsync(db => db.Set<Ticket>().CountAsync(ticket => ticket.Group == group, Token))).ShouldBe(2);
    }

    [Fact]
    public async Task A_record_without_times_is_recognised_by_its_order()
    {
        const string group = "北门花园业主群";
        const string first = "王姐:\n6号楼2单元门禁坏了\n\n老赵:\n是的\n\n小周:\n谁去看看\n\n";
        string address = (await rig.PasteAsync(first, group)).ShouldNotBeNull();
        (await rig.Worker.GetTextAsync(address)).ShouldContain("记录里没有时间");
        await rig.ConfirmAsync(address);
        (await rig.RecordAsync(await rig.TakeAsync(first, group))).New.ShouldBe(0);
        (await rig.RecordAsync(await rig.TakeAsync(first + "王姐:\n还没人来\n\n", group))).New.ShouldBe(1);
        (await rig.RecordAsync(await rig.TakeAsync("张叔:\n早\n\n" + first, group))).New.ShouldBe(1);
        (await rig.MessagesAsync(group)).OrderBy(message => message.Time).Select(message => message.Text)
            .ShouldBe(["早", "6号楼2单元门禁坏了", "是的", "谁去看看", "还没人来"]);
        (await rig.RecordAsync(await rig.TakeAsync("张叔:\n早\n\n" + first + "王姐:\n还没人来\n\n", group))).New.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_said_for_the_bot_is_the_bots_own_word()
    {
        const string group = "中心花园业主群";
        await rig.TakeAsync("7-1-502王姐 7:31\n7号楼1单元电梯坏了\n", group);
        OutboxMessage draft = (await rig.DraftsAsync(group)).Single();
        string said = draft.Text.Replace(" ", "\u2005 ");
        await rig.TakeAsync($"7-1-502王姐 7:31\n7号楼1单元电梯坏了\n\n陈秀兰 {CommunityClock.China.Local(draft.CreatedAt):H:mm}\n{said}\n", group);
        Message word = (await rig.MessagesAsync(group)).Last();
        (word.Role, word.State).ShouldBe((SenderRole.Bot, MessageState.Ignored));
        (await rig.DraftsAsync(group)).Single().State.ShouldBe(OutboxState.Sent);
    }

    [Fact]
    public async Task An_old_line_says_nothing_of_a_new_draft()
    {
        const string group = "旧话群";
        await rig.TakeAsync("7-1-502王姐 7:31\n7号楼1单元电梯坏了\n", group);
        OutboxMessage draft = (await rig.DraftsAsync(group)).Single();
        await rig.TakeAsync($"陈秀兰 7:35\n{draft.Text}\n", group);
        (await rig.DraftsAsync(group)).Single().State.ShouldBe(OutboxState.Draft);
    }

    [Fact]
    public async Task What_was_taken_back_is_stored_nowhere()
    {
        const string group = "撤回群";
        string address = (await rig.PasteAsync("王姐 7:31\n我的卡号6222000011112222\n\n老赵 7:31\n早\n\n王姐撤回了一条消息\n", group)).ShouldNotBeNull();
        (await rig.Worker.GetTextAsync(address)).ShouldContain("1句已撤回");
        (await rig.RecordAsync(address)).Lines.ShouldNotBeNull().ShouldNotContain("6222");
        await rig.ConfirmAsync(address);
        (await rig.MessagesAsync(group)).Select(message => message.Text).ShouldBe(["早"]);
    }

    [Fact]
    public async Task A_person_says_who_is_who()
    {
        const string group = "认人群";
        string address = (await rig.PasteAsync("张师傅 7:31\n12号楼3单元电梯坏了\n", group)).ShouldNotBeNull();
        await rig.ConfirmAsync(address, ("sender", "张师傅"), ("role", "Property"));
        (await rig.MessagesAsync(group)).Single().Role.ShouldBe(SenderRole.Property);
        (await rig.ReadAsync(db => db.Set<Ticket>().AnyAsync(ticket => ticket.Group == group, Token))).ShouldBeFalse("staff report nothing");
    }

    [Fact]
    public async Task An_old_emergency_is_called_with_its_time()
    {
        const string group = "应急群";
        await rig.TakeAsync("10-1-502王姐 2026/11/20 21:31\n10号楼1单元楼道里着火了！快来人\n", group);
        Ticket ticket = await rig.ReadAsync(db => db.Set<Ticket>().SingleAsync(ticket => ticket.Group == group, Token));
        ticket.Urgency.ShouldBe(Urgency.Emergency);
        (await rig.ReadAsync(db => db.Set<Alert>().SingleAsync(alert => alert.Ticket == ticket.Number, Token))).Text.ShouldContain("聊天记录里，11月20日晚上9点31分");
        (await rig.Worker.GetTextAsync("/console/drafts")).ShouldNotContain("前的话，可以不发", Case.Sensitive, "not a day yet");
    }

    [Fact]
    public async Task An_upload_in_another_encoding_is_read_and_a_huge_one_refused()
    {
        byte[] chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("王姐 7:31\n电梯坏了\n");
        string address = (await rig.PasteAsync("", "文件群", chinese)).ShouldNotBeNull();
        (await rig.Worker.GetTextAsync(address)).ShouldContain("电梯坏了");

        (await rig.PasteAsync("", "文件群", new byte[6 * 1024 * 1024])).ShouldBeNull();
        rig.Refusal.ShouldNotBeNull().ShouldContain("5兆");
        (await rig.PasteAsync(string.Concat(Enumerable.Repeat("王姐:\n早\n", 10_000)), "文件群")).ShouldBeNull();
        rig.Refusal.ShouldContain("20000行");
        (await rig.PasteAsync("  ", "文件群")).ShouldBeNull();
        (await rig.PasteAsync("王姐:\n早", "")).ShouldBeNull();
        rig.Refusal.ShouldContain("哪个群");
        (await rig.PasteAsync("王姐:\n早", "私信:管理员")).ShouldBeNull();
    }

    [Fact]
    public async Task A_long_record_is_shown_in_small_pages()
    {
        string longest = string.Concat(Enumerable.Range(0, 4_900).Select(i => $"住户{i} 2026/11/20 {i / 300:00}:{i % 60:00}:{i / 60 % 60:00}\n{new string('话', 300)}{i}\n\n"));
        string address = (await rig.PasteAsync(longest, "长群")).ShouldNotBeNull(rig.Refusal);
        foreach (string page in new[] { address, $"{address}?page=98&who=3", $"{address}?page=9999&who=9999" })
        {
            (await rig.Worker.GetByteArrayAsync(page, Token)).Length.ShouldBeLessThan(100_000, page);
        }
    }

    [Fact]
    public async Task What_nobody_confirms_is_forgotten()
    {
        string thrown = (await rig.PasteAsync("王姐:\n早", "忘群")).ShouldNotBeNull();
        await rig.Worker.PostFormAsync(thrown, $"{thrown}/discard");
        (await rig.Worker.GetAsync(thrown, Token)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task SayAsync(OutboxMessage draft, string act)
    {
        string page = await rig.Worker.GetTextAsync("/console/drafts");
        page.ShouldContain(draft.Text);
        (await rig.Worker.PostFormAsync("/console/drafts", $"/console/drafts/{draft.Id}/{act}", ("back", "/console/drafts"))).StatusCode
            .ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    private Task<BotDbContext> ContextAsync() => rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
}
