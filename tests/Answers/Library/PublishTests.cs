using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Answers.Library.Words;
using Knowledge;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Answers.Library;

/// <summary>Drafts are checked by the regression questions, published over what they were made from, and every version stays.</summary>
public sealed class PublishTests : IDisposable
{
    private const string Question = "尊老金什么时候发";
    private static readonly DateOnly Day = new(2026, 11, 21);
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_regression_questions_a_draft_is_run_first_and_what_gets_worse_needs_a_reason()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        await rig.PublishAsync(AnswerRig.Allowance());
        await CheckAsync(rig, new AskedCheck(Question, true, "allowance", null), new AskedCheck("成都的社保卡怎么补办", true, null, null));
        ShelfDocument draft = await rig.DraftAsync(AnswerRig.Allowance() with { Body = "## 第1条 谁可以领\n\n户籍在本社区、年满80周岁的老人可以领。\n" });
        (await rig.ChangeAsync(draft, ShelfAct.Publish)).NeedsRun.ShouldBeTrue();

        QuestionRun run = await RunAsync(rig, draft);
        (run.Total, run.Same, run.Better, run.Worse).ShouldBe((2, 1, 0, 1));
        (await rig.AskAsync(Question)).ShouldContain("每月15日", Case.Sensitive, "residents notice nothing of a run");
        RunRow worse = await rig.Rig.Host.ReadAsync(db => db.Set<RunRow>().SingleAsync(row => row.Run == run.Id && row.Change == RunChange.Worse, Token));
        worse.BeforeAnswer.ShouldNotBeNull().ShouldContain("每月15日");

        (await rig.ChangeAsync(draft, ShelfAct.Publish)).Message.ShouldBe("有1问变差。仍要发布，请写上原因");
        ShelfResult done = await rig.Rig.Get<ChangeDocumentHandler>().HandleAsync(
            new ChangeDocument(draft.Id, draft.Version, ShelfAct.Publish, "李芳", "发放日子另行通知"), Token);
        (done.IsDone, done.Document!.Reason, done.Document.CheckRun).ShouldBe((true, "发放日子另行通知", run.Id));
        (await rig.AskAsync(Question)).ShouldNotContain("每月15日");
    }

    [Fact]
    public async Task A_version_brought_back_answers_again_and_none_is_lost()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument first = await rig.PublishAsync(AnswerRig.Allowance());
        rig.Rig.Clock.Advance(TimeSpan.FromDays(1));
        await rig.PublishAsync(AnswerRig.Allowance() with { Body = "## 第1条 什么时候发\n\n尊老金按季发放，每季首月1日打到社保卡。\n" });
        rig.Rig.Clock.Advance(TimeSpan.FromDays(1));
        first = (await rig.DocumentsAsync()).Single(row => row.Id == first.Id);
        ShelfDocument again = (await rig.ChangeAsync(first, ShelfAct.Restore)).Document.ShouldNotBeNull();

        (await rig.AskAsync(Question)).ShouldContain("每月15日");
        List<ShelfDocument> all = await rig.DocumentsAsync();
        (all.Count, all.Count(row => row.IsLive)).ShouldBe((3, 1));
        again.BasedOn.ShouldBe(first.Id);
        List<ShelfDocument> editions = await rig.Rig.Host.ReadAsync(db => ShelfEditions.Of(db.Set<ShelfDocument>(), "allowance").ToListAsync(Token));
        ShelfEditions.At(editions, first.PublishedAt!.Value.AddHours(30))!.Body.ShouldContain("按季发放");
        ShelfEditions.At(editions, first.PublishedAt.Value)!.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task Of_two_admins_who_publish_the_second_sees_the_difference_first()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument live = await rig.PublishAsync(AnswerRig.Allowance());
        ShelfDocument stale = await rig.DraftAsync(AnswerRig.Allowance() with { Body = "第一位写的，每月10日发。" });
        ShelfDocument quick = (await rig.Rig.Get<EditPassageHandler>().HandleAsync(
            new EditPassage(live.Id, live.Version, PassageAct.Off, 1, "王强", AtOnce: true), Token)).Document.ShouldNotBeNull();

        ShelfResult refused = await rig.ChangeAsync(stale, ShelfAct.Publish);
        (refused.Overtaken, refused.Message).ShouldBe((true, "王强刚发布过新的一版，看看差别再发布"));
        ShelfDocument stands = (await rig.Rig.Get<StandOnLatestHandler>().HandleAsync(new StandOnLatest(stale.Id, stale.Version, "李芳"), Token)).Document!;
        stands.BasedOn.ShouldBe(quick.Id);
        (await rig.ChangeAsync(stands, ShelfAct.Publish)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_passage_of_what_answers_changes_in_a_draft_and_goes_out_of_use_at_once()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument live = await rig.PublishAsync(AnswerRig.Allowance());
        EditPassageHandler edit = rig.Rig.Get<EditPassageHandler>();
        ShelfDocument draft = (await edit.HandleAsync(new EditPassage(live.Id, live.Version, PassageAct.Ask, 1, "李芳", Text: "老人钱几号到账"), Token)).Document!;
        (draft.State, draft.BasedOn).ShouldBe((ShelfState.Draft, live.Id));
        draft.Body.ShouldContain("<!-- 也这样问：老人钱几号到账 -->");
        (await edit.HandleAsync(new EditPassage(live.Id, live.Version, PassageAct.Off, 1, "王强"), Token)).Message.ShouldNotBeNull().ShouldContain("李芳有一份没发布的改动");

        ShelfDocument next = (await edit.HandleAsync(new EditPassage(live.Id, live.Version, PassageAct.Off, 1, "王强", AtOnce: true), Token)).Document!;
        (await rig.AskAsync(Question)).ShouldNotContain("每月15日");
        next.Name.ShouldBe(live.Name);
        (await edit.HandleAsync(new EditPassage(live.Id, live.Version, PassageAct.On, 1, "李芳"), Token)).IsDone.ShouldBeFalse("what was seen has changed");
    }

    [Fact]
    public async Task Somebody_else_s_draft_is_put_aside_and_not_lost()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument hers = await rig.DraftAsync(AnswerRig.Allowance());
        await rig.Rig.Get<DraftDocumentsHandler>().HandleAsync(new DraftDocuments([AnswerRig.Allowance()], ShelfOrigin.Upload, "王强"), Token);
        List<ShelfDocument> all = await rig.DocumentsAsync();
        all.Single(row => row.State == ShelfState.Draft).ChangedBy.ShouldBe("王强");
        ShelfDocument aside = all.Single(row => row.Id == hers.Id);
        (aside.State, aside.RemovedFrom).ShouldBe((ShelfState.Removed, ShelfState.Draft));
    }

    [Fact]
    public async Task A_standard_answer_answers_at_once_under_its_other_words_and_keeps_its_versions()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        SaveStandardAnswerHandler save = rig.Rig.Get<SaveStandardAnswerHandler>();
        DocumentHeader header = new("", Effective: new DateOnly(2026, 1, 1));
        ShelfDocument first = (await save.HandleAsync(new SaveStandardAnswer(null, 0, "轮椅可以借吗", "哪里借轮椅\n轮椅租不租", "轮椅可以借，押身份证到1号窗口。", header with { Issuer = "桂花社区", Audience = "居民" }, "李芳"), Token)).Document!;
        first.Name.ShouldBe("标准答复/轮椅可以借吗");
        new HeadingChunker().Cut(first.ToDocument()).Single().Questions.ShouldBe(["哪里借轮椅", "轮椅租不租"]);
        (await save.HandleAsync(new SaveStandardAnswer(null, 0, "轮椅可以借吗", "", "可以。", header, "王强"), Token)).Message.ShouldNotBeNull();

        ShelfDocument second = (await save.HandleAsync(new SaveStandardAnswer(first.Id, first.Version, "轮椅怎么借", "", "轮椅到2号窗口借。", header, "王强"), Token)).Document!;
        (second.Name, second.Title).ShouldBe((first.Name, "轮椅怎么借"));
        (second.Issuer, second.Audience).ShouldBe(("桂花社区", "居民"), "the form does not ask for them");
        (await rig.AskAsync("轮椅怎么借")).ShouldContain("2号窗口");
        (await save.HandleAsync(new SaveStandardAnswer(first.Id, first.Version, "轮椅怎么借", "", "3号窗口。", header, "李芳"), Token)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_book_of_words_takes_another_group_in_the_place_of_one()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        WordBook book = rig.Rig.Get<WordBook>();
        NameList[] all = [.. Enumerable.Range(0, WordRules.MostGroups).Select(i => NameList.From([$"官方说法{i}", $"俗称{i}"]))];
        (await book.AddAsync(all, "李芳", Token)).ShouldBe(WordRules.MostGroups);
        (await book.AddAsync([NameList.From(["官方说法7", "另一个俗称"])], "李芳", Token)).ShouldBe(1);
        (await book.AddAsync([NameList.From(["再来一个", "多了"])], "李芳", Token)).ShouldBeNull();
        rig.Store.Base!.Synonyms.Count.ShouldBe(WordRules.MostGroups);
    }

    [Fact]
    public async Task The_threshold_is_set_with_enough_questions_and_can_be_brought_back()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        await rig.PublishAsync(AnswerRig.Allowance());
        double former = rig.Store.Threshold!.Value;
        (await rig.Rig.Get<CalibrationTrial>().RunAsync(Token))!.IsEnough.ShouldBeFalse();
        await CheckAsync(rig,
        [
            .. Enumerable.Range(0, 20).Select(i => new AskedCheck($"尊老金什么时候发{new string('？', i)}", true, "allowance", null)),
            .. Enumerable.Range(0, 10).Select(i => new AskedCheck($"火星上第{i}号飞船票价多少", true, null, null)),
        ]);
        Trial trial = (await rig.Rig.Get<CalibrationTrial>().RunAsync(Token)).ShouldNotBeNull();
        trial.Found.ShouldNotBeNull().F1.ShouldBe(1);
        rig.Store.Threshold.ShouldBe(former, "a trial sets nothing");

        SetThresholdHandler set = rig.Rig.Get<SetThresholdHandler>();
        ThresholdChange change = (await set.HandleAsync(new SetThreshold(trial.Found.Threshold, 30, "李芳"), Token))!;
        rig.Store.Threshold.ShouldBe(trial.Found.Threshold);
        await set.HandleAsync(new SetThreshold(change.Former, 0, "李芳"), Token);
        rig.Store.Threshold.ShouldBe(former);
    }

    internal static Task CheckAsync(AnswerRig rig, params AskedCheck[] checks) =>
        rig.Rig.Get<AddChecksHandler>().HandleAsync(new AddChecks(checks, "李芳"), Token);

    private static async Task<QuestionRun> RunAsync(AnswerRig rig, ShelfDocument draft)
    {
        QuestionRuns runs = rig.Rig.Get<QuestionRuns>();
        List<CheckQuestion> checks = await rig.Rig.Host.ReadAsync(db => db.Set<CheckQuestion>().ToListAsync(Token));
        int id = await runs.StartAsync([draft], [.. checks.Select(check => new AskedCheck(check.Question, true, check.Document, check.Group))], Day, "李芳", Token);
        await Eventually.TrueAsync(() => rig.Rig.Host.ReadAsync(db => db.Set<QuestionRun>().AnyAsync(run => run.Id == id && run.State != RunState.Running, Token)), "the run ends");
        return await rig.Rig.Host.ReadAsync(db => db.Set<QuestionRun>().SingleAsync(run => run.Id == id, Token));
    }
}
