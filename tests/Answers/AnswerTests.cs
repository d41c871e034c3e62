using Bot.Answers;
using Bot.Answers.Library;
using Bot.Messaging;
using Knowledge;
using Tests.Support;
using Tests.Tickets;

namespace Tests.Answers;

/// <summary>A question is answered from the documents with its source, or handed to a person, and either is kept.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private AnswerRig _rig = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await AnswerRig.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Replies_of_an_answer()
    {
        await _rig.PublishAsync(AnswerRig.Allowance());
        Snapshot.Check("Answers", "answers",
        [
            ("答上", await _rig.AskAsync("尊老金什么时候发")),
            ("没答上", await _rig.AskAsync("退役军人怎么落户")),
            ("问自己的事", await _rig.AskAsync("我的尊老金怎么没发")),
            ("问自己的事，没有规定", await _rig.AskAsync("我家的公积金批下来没有")),
            ("两问都答上", await _rig.AskAsync("尊老金什么时候发", "尊老金怎么申请")),
            ("两问答上一问", await _rig.AskAsync("尊老金什么时候发", "退役军人怎么落户")),
            ("一问分两句说", await _rig.AskAsync("尊老金", "什么时候发")),
        ]);
    }

    [Fact]
    public async Task What_was_asked_is_kept_with_what_it_rests_on()
    {
        await _rig.PublishAsync(AnswerRig.Allowance());
        string answer = await _rig.AskAsync("尊老金什么时候发");
        string passed = await _rig.AskAsync("退役军人怎么落户");

        List<AskedQuestion> asked = await _rig.AskedAsync();
        AskedQuestion first = asked[0];
        (first.Answered, first.Document, first.Section, first.HandOff).ShouldBe((true, "allowance", "第2条 什么时候发", null));
        first.Quote.ShouldBe("尊老金按月发放，每月15日打到社保卡。");
        (first.Asker, first.Group, first.AskedAt, first.Reply).ShouldBe(("36-1-502", Given.Group, _rig.Rig.Now, answer));
        first.Confidence.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(_rig.Store.Threshold!.Value);
        (asked[1].Answered, asked[1].Document, asked[1].HandOff, asked[1].Reply).ShouldBe((false, null, 1, passed));
    }

    [Fact]
    public async Task A_reply_that_was_not_written_leaves_no_question_behind()
    {
        await Should.ThrowAsync<InvalidOperationException>(_rig.Rig.Host.Writes.RunAsync(async (db, token) =>
        {
            DbQuestionBook book = new(db, Given.Directory, _rig.Rig.Get<AnswerHours>(), _rig.Rig.Get<HandOffsChanged>());
            QuestionDesk desk = new(new NoKnowledge(), Given.Directory, Given.Clock);
            NewQuestion question = new("尊老金怎么领", "36-1-502", Given.Group, "webchat", Given.Group, "q1");
            await desk.ReplyAsync(question, await desk.ConsiderAsync(["尊老金怎么领"], _rig.Rig.Now, group: Given.Group, token), book, _rig.Rig.Now, token);
            throw new InvalidOperationException("the disk is full");
        }, Token));
        (await _rig.AskedAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-03-01", "2026-10-31")]
    [InlineData("2027-01-01", null)]
    public async Task A_document_answers_only_while_it_holds(string effective, string? expires)
    {
        await _rig.PublishAsync(AnswerRig.Allowance(DateOnly.Parse(effective), expires is null ? null : DateOnly.Parse(expires)));
        (await _rig.AskAsync("尊老金什么时候发")).ShouldContain("我没查到准确规定");
    }

    [Fact]
    public async Task A_persons_answer_that_is_kept_answers_the_next_time()
    {
        (await _rig.AskAsync("人才落户怎么办")).ShouldContain("我没查到准确规定");
        await _rig.Rig.Get<AnswerHandOffHandler>().HandleAsync(
            new AnswerHandOff(1, 0, "李芳", "带学历证明到社区2号窗口，15个工作日办好。", "人才落户怎么办？我13812345678"), Token);

        ShelfDocument kept = (await _rig.DocumentsAsync()).ShouldHaveSingleItem();
        (kept.Origin, kept.Issuer, kept.Effective, kept.Contact).ShouldBe((ShelfOrigin.Answer, "桂花社区", new DateOnly(2026, 11, 21), "李芳"));
        kept.Title.ShouldNotContain("13812345678");
        string again = await _rig.AskAsync("人才落户怎么办");
        again.ShouldStartWith("带学历证明到社区2号窗口，15个工作日办好。依据：《人才落户怎么办");
        (await _rig.Rig.SaidAsync()).ShouldHaveSingleItem().ReplyTo.ShouldBe("q1");
    }

    [Fact]
    public async Task A_persons_answer_that_is_not_kept_or_cannot_be_said_leaves_the_documents_alone()
    {
        await _rig.AskAsync("人才落户怎么办");
        AnswerHandOffHandler handler = _rig.Rig.Get<AnswerHandOffHandler>();
        (await handler.HandleAsync(new AnswerHandOff(1, 0, "李芳", new string('长', 81), "人才落户怎么办"), Token)).IsDone.ShouldBeFalse();
        (await handler.HandleAsync(new AnswerHandOff(1, 0, "李芳", "到2号窗口"), Token)).IsDone.ShouldBeTrue();
        (await _rig.DocumentsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(300, 10)]
    [InlineData(300, 80)]
    public void No_reply_is_longer_than_the_limit_and_its_words_stand_in_the_quote(int quote, int title)
    {
        string words = string.Concat(Enumerable.Repeat("满八十岁可以领，带上身份证；行动不便可上门。", quote / 20 + 1))[..quote];
        Citation citation = new("d", new string('长', title), "第2条 怎么领", "第2条", new DateOnly(2026, 3, 1), words, words, null);
        string alone = AnswerReplies.Answered([citation]);
        SafeWords.Length(alone).ShouldBeLessThanOrEqualTo(AnswerReplies.Longest);
        words.ShouldStartWith(alone.Split("。依据：")[0]);
        SafeWords.Length(AnswerReplies.Answered([citation, citation])).ShouldBeLessThanOrEqualTo(AnswerReplies.Longest);
        HandOff item = new()
        {
            Number = 12345,
            Question = "",
            Asker = "",
            Group = "",
            Channel = "",
            Conversation = "",
            MessageId = "",
            Owner = "很长很长很长很长的名字",
            DueAt = Given.Now.AddDays(9).AddMinutes(17),
        };
        Considered own = new("我的怎么没发", IsPersonal: true, [new AskedPart("我的怎么没发", new Answer("", true, 1, [], citation, []))]);
        string passed = new AnswerReplies(Given.Directory, Given.Clock).AnsweredAndPassed(own, item, Given.Now);
        SafeWords.Length(passed).ShouldBeLessThanOrEqualTo(AnswerReplies.Longest);
        passed.ShouldContain("问12345号");
    }

    [Fact]
    public void Markdown_in_a_quote_is_not_said()
    {
        Citation citation = new("d", "《指南》（2026年3月版）", "", null, new DateOnly(2026, 3, 1), "- **满80周岁**的老人 `可以` 领，@所有人", "", null);
        AnswerReplies.Answered([citation]).ShouldBe("满80周岁的老人 可以 领，＠所有人。依据：《指南》2026年3月版");
    }
}
