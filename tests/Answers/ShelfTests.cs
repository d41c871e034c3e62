using Bot.Answers.Library;
using Knowledge;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tests.Support;

namespace Tests.Answers;

/// <summary>The knowledge base follows the rows, over changes, restarts and what a command put into it.</summary>
public sealed class ShelfTests : IDisposable
{
    private const string Question = "尊老金什么时候发";
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_draft_does_not_count_until_it_is_published()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument draft = await rig.DraftAsync(AnswerRig.Allowance());
        (await AnswersAsync(rig)).ShouldBeFalse();
        await rig.ChangeAsync(draft, ShelfAct.Publish);
        (await AnswersAsync(rig)).ShouldBeTrue();
        (await rig.ChangeAsync(draft, ShelfAct.Publish)).Message.ShouldBe("李芳刚改过，看看差别再保存");
    }

    [Fact]
    public async Task Switched_off_removed_and_brought_back()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument document = await rig.PublishAsync(AnswerRig.Allowance());
        (ShelfAct Act, bool Answers)[] acts =
            [(ShelfAct.Disable, false), (ShelfAct.Enable, true), (ShelfAct.Remove, false), (ShelfAct.Restore, true)];
        foreach ((ShelfAct act, bool answers) in acts)
        {
            document = (await rig.ChangeAsync(document, act)).Document.ShouldNotBeNull();
            (await AnswersAsync(rig)).ShouldBe(answers, act.ToString());
        }
        (await rig.ChangeAsync(document, ShelfAct.Restore)).Message.ShouldBe("《尊老金办理指南》正在用");
    }

    [Fact]
    public async Task What_was_switched_off_stays_so_when_it_is_brought_back()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument document = await rig.PublishAsync(AnswerRig.Allowance());
        foreach (ShelfAct act in new[] { ShelfAct.Disable, ShelfAct.Remove, ShelfAct.Restore })
        {
            document = (await rig.ChangeAsync(document, act)).Document.ShouldNotBeNull();
        }
        document.State.ShouldBe(ShelfState.Disabled);
        (await AnswersAsync(rig)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one_which_can_be_brought_back()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        ShelfDocument old = await rig.PublishAsync(AnswerRig.Allowance());
        await rig.PublishAsync(AnswerRig.Allowance() with { Body = "## 第1条 什么时候发\n\n尊老金按季发放，每季首月1日打到社保卡。\n" });
        (await rig.AskAsync(Question)).ShouldContain("按季发放");
        old = (await rig.DocumentsAsync()).Single(row => row.Id == old.Id);
        old.State.ShouldBe(ShelfState.Removed);
        await rig.ChangeAsync(old, ShelfAct.Restore);
        (await rig.AskAsync(Question)).ShouldContain("按月发放");
        (await rig.DocumentsAsync()).Count(row => row.IsLive).ShouldBe(1);
    }

    [Fact]
    public async Task What_differs_after_a_restart_is_made_equal()
    {
        await using (AnswerRig rig = await AnswerRig.StartAsync(_folder))
        {
            await rig.PublishAsync(AnswerRig.Allowance());
            await rig.ChangeAsync(await rig.PublishAsync(AnswerRig.Allowance(name: "gone")), ShelfAct.Remove);
        }
        using (KnowledgeBase store = KnowledgeBase.Open(_folder.File("knowledge")))
        {
            store.Remove("allowance");
            store.Put(AnswerRig.Allowance(name: "gone"));
            store.Put(AnswerRig.Allowance(name: "put/by-index"));
        }
        await using AnswerRig again = await AnswerRig.StartAsync(_folder);
        again.Store.Base!.Documents.Select(stored => stored.Document.Name).ShouldBe(["allowance", "put/by-index"], ignoreOrder: true);
        (await again.DocumentsAsync()).Single(row => row.Name == "put/by-index").Origin.ShouldBe(ShelfOrigin.Index);
    }

    [Fact]
    public async Task Without_its_documents_the_bot_hands_over_and_says_so()
    {
        Directory.CreateDirectory(_folder.File("knowledge"));
        foreach (string file in KnowledgeFiles()) { File.WriteAllText(file, "this is no store"); }
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder);
        rig.Store.IsOpen.ShouldBeFalse();
        (await rig.AskAsync(Question)).ShouldContain("我没查到准确规定");
        HealthReport report = await rig.Rig.Get<HealthCheckService>().CheckHealthAsync(check => check.Name == "knowledge", Token);
        report.Status.ShouldBe(HealthStatus.Degraded);
        report.Entries["knowledge"].Description.ShouldStartWith("知识库打不开");
    }

    // what a store is called in its folder is the library's affair
    private IEnumerable<string> KnowledgeFiles()
    {
        using TempFolder model = new();
        KnowledgeBase.Open(model.Path).Dispose();
        return [.. Directory.GetFiles(model.Path).Select(file => Path.Combine(_folder.File("knowledge"), Path.GetFileName(file)))];
    }

    private static async Task<bool> AnswersAsync(AnswerRig rig) =>
        await rig.Store.AskAsync(Question, new DateOnly(2026, 11, 21), grids: null, Token) is { Answered: true };
}
