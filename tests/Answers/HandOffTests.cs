using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Tests.Support;
using Tests.Tickets;

namespace Tests.Answers;

public sealed class HandOffTests
{
    private static readonly NewQuestion Asked = new("尊老金怎么领", "36-1-502", Given.Group, "webchat", Given.Group, "q1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replies_of_a_question()
    {
        HandOff waiting = await OpenAsync(Given.Directory);
        HandOff answered = await OpenAsync(Given.Directory);
        answered.Reply("满80周岁可以，带身份证到社区3号窗口。", "李芳", Given.Now).ShouldBeNull();
        HandOff lead = await OpenAsync(Given.Directory with { People = [.. Given.Directory.People.Where(person => person.Role != PersonRoles.Staff)] });
        HandOff nobody = await OpenAsync(Given.Nobody);
        HandOffReplies replies = new(Given.Directory, Given.Clock);
        Snapshot.Check("Answers", "hand-offs",
        [
            ("转社区工作人员", replies.HandedOff(waiting, Given.Now)),
            ("没有工作人员，转网格长", replies.HandedOff(lead, Given.Now)),
            ("谁也没有", new HandOffReplies(Given.Nobody, Given.Clock).HandedOff(nobody, Given.Now)),
            ("有人答了", replies.Answered(answered)),
        ]);
    }

    [Fact]
    public async Task A_persons_answer_goes_back_to_the_group_quoting_the_question_once()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await HandOffAsync(rig);
        List<int> told = [];
        rig.Get<HandOffsChanged>().Changed += told.Add;
        AnswerHandOffHandler handler = rig.Get<AnswerHandOffHandler>();

        (await handler.HandleAsync(new AnswerHandOff(number, 0, "李芳", "带身份证到社区3号窗口。"), Token)).IsDone.ShouldBeTrue();
        HandOffResult late = await handler.HandleAsync(new AnswerHandOff(number, 0, "周敏", "不知道"), Token);
        HandOffResult again = await handler.HandleAsync(new AnswerHandOff(number, 1, "周敏", "不知道"), Token);

        (late.Outcome, late.Message).ShouldBe((HandOffOutcome.Stale, "李芳刚改过，看看差别再保存"));
        (again.Outcome, again.Message).ShouldBe((HandOffOutcome.Refused, "问1号已由李芳答复"));
        OutboxMessage said = (await rig.SaidAsync()).Single();
        (said.Conversation, said.ReplyTo).ShouldBe((Given.Group, "q1"));
        said.Text.ShouldBe("@36-1-502 带身份证到社区3号窗口。（问1号，李老师答）");
        told.ShouldBe([number]);
    }

    [Theory]
    [InlineData("那要带什么材料？", "水费哪里交")]
    [InlineData("@网格小助手 那要带什么材料", "水费哪里交")]
    [InlineData("@网格小助手那要带什么材料？", "水费哪里交")]
    [InlineData("水费哪里交", "那要带什么材料？")]
    [InlineData("那水费哪里交呢，那要带什么材料？周末上不上班", "那要带什么材料？\n水费哪里交")]
    [InlineData("水费", "那要带什么材料？\n水费哪里交")]
    public async Task Of_what_the_asker_added_only_what_they_take_back_goes(string words, string left)
    {
        HandOff item = await OpenAsync(Given.Directory);
        item.Add("那要带什么材料？");
        item.Add("水费哪里交");
        item.Forget(words).ShouldBe(left != "那要带什么材料？\n水费哪里交");
        item.Added.ShouldBe(left);
    }

    [Fact]
    public async Task What_was_added_is_taken_back_also_with_its_subject_and_beside_another()
    {
        HandOff item = await OpenAsync(Given.Directory);
        item.Add("尊老金申请：那什么时候到账？");
        item.Add("尊老金申请：那要带什么？ 外地户口呢");
        item.Forget("那什么时候到账？").ShouldBeTrue();
        item.Added.ShouldBe("尊老金申请：那要带什么？ 外地户口呢");
        item.Forget("外地户口呢").ShouldBeTrue();
        item.Added.ShouldBeNull();
    }

    [Fact]
    public async Task Dismissing_is_silent_and_numbers_go_on()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await HandOffAsync(rig);
        (await rig.Get<DismissHandOffHandler>().HandleAsync(new DismissHandOff(number, 0, "李芳"), Token)).IsDone.ShouldBeTrue();
        (await rig.Get<DismissHandOffHandler>().HandleAsync(new DismissHandOff(9, 0, "李芳"), Token)).Message.ShouldBe("没有问9号");
        (await rig.SaidAsync()).ShouldBeEmpty();
        (await HandOffAsync(rig)).ShouldBe(2);
        (await rig.Host.ReadAsync(db => db.Set<HandOff>().CountAsync(item => item.State == HandOffState.Waiting, Token))).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_fits_the_group_and_holds_no_ID_number()
    {
        HandOff item = await OpenAsync(Given.Directory);
        item.Reply(" ", "李芳", Given.Now).ShouldBe("请写上答复");
        item.Reply(new string('长', 81), "李芳", Given.Now).ShouldBe("答复请写在80字以内，长的分几次说或请对方私下问");
        item.Reply("您的330106194910013510", "李芳", Given.Now).ShouldBe("答复里有身份证号，不能发到群里，请去掉");
        item.Reply(new string('长', 76) + "012345678901234567", "李芳", Given.Now).ShouldNotBeNull();
        item.Version.ShouldBe(0);
        item.Asker = "很长很长很长很长很长很长很长的昵称";
        item.Reply(new string('长', 80), "李芳", Given.Now).ShouldBeNull();
        SafeWords.Length(new HandOffReplies(Given.Directory, Given.Clock).Answered(item)).ShouldBeLessThanOrEqualTo(120);
    }

    private static Task<int> HandOffAsync(TicketRig rig) => rig.Host.Writes.RunAsync(async (db, token) =>
    {
        DbQuestionBook book = new(db, rig.Get<CommunityStore>().Current, rig.Get<AnswerHours>(), rig.Get<HandOffsChanged>());
        return (await book.HandOffAsync(Asked, rig.Now, token)).Number;
    }, Token);

    private static async Task<HandOff> OpenAsync(CommunityDirectory directory) =>
        await new ReplayQuestionBook(directory, new AnswerHours(new AnswerOptions(), Given.Clock)).HandOffAsync(Asked, Given.Now, Token);
}
