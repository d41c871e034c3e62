using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tests.Knowledge.Stores;
using Tests.Support;

namespace Tests.Answers;

/// <summary>The documents on a server: moved there and back while they answer, and nothing lost while it is gone.</summary>
public sealed class KnowledgeServerTests : IAsyncLifetime
{
    private const string Question = "尊老金什么时候发？";
    private readonly TempFolder _folder = new();
    private QdrantStub _stub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stub = await QdrantStub.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _stub.DisposeAsync();
        _folder.Dispose();
        QdrantContract.Check(_stub.Requests);
    }

    [Fact]
    public async Task Documents_answer_from_the_server_and_after_a_restart_too()
    {
        await using (AnswerRig rig = await AnswerRig.StartAsync(_folder, OnServer()))
        {
            await MovedAsync(rig);
            await rig.PublishAsync(AnswerRig.Allowance());
            (await rig.AskAsync(Question)).ShouldContain("每月15日打到社保卡");
            rig.Store.Base!.Documents.ShouldBeEmpty("the folder keeps settings alone");
        }
        await using AnswerRig again = await AnswerRig.StartAsync(_folder, OnServer());
        again.Store.IsOpen.ShouldBeTrue();
        (await again.AskAsync(Question)).ShouldContain("每月15日打到社保卡");
        (await HealthAsync(again)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task The_store_before_answers_until_the_next_one_is_filled()
    {
        await using (AnswerRig rig = await AnswerRig.StartAsync(_folder)) { await rig.PublishAsync(AnswerRig.Allowance()); }
        TaskCompletionSource mayFill = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _stub.Instead = async http =>
        {
            if (http.Request.Method == "PUT" && http.Request.Path.Value!.EndsWith("/points", StringComparison.Ordinal)) { await mayFill.Task; }
            return false;
        };
        await using AnswerRig moving = await AnswerRig.StartAsync(_folder, OnServer());
        _stub.Requests.ShouldNotContain(request => request.Path == "/collections/aliases");
        (await moving.AskAsync(Question)).ShouldContain("每月15日打到社保卡");
        moving.Store.Base!.Documents.ShouldNotBeEmpty();
        mayFill.SetResult();
        await MovedAsync(moving);
        (await moving.AskAsync(Question)).ShouldContain("每月15日打到社保卡");
        await Eventually.TrueAsync(() => moving.Store.Base!.Documents.Count == 0, "the folder keeps settings alone");

        await moving.DisposeAsync();
        Dictionary<string, string?> back = OnServer();
        back["Knowledge:Store"] = "embedded";
        await using AnswerRig home = await AnswerRig.StartAsync(_folder, back);
        (await home.AskAsync(Question)).ShouldContain("每月15日打到社保卡");
        home.Store.Base!.Documents.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_the_server_is_gone_people_are_asked_and_what_changes_is_made_good()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder, OnServer());
        await MovedAsync(rig);
        await rig.PublishAsync(AnswerRig.Allowance());
        _stub.Instead = http =>
        {
            http.Abort();
            return Task.FromResult(true);
        };

        (await rig.AskAsync(Question)).ShouldContain("我没查到准确规定");
        HealthReportEntry health = await HealthAsync(rig);
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description.ShouldNotBeNull().ShouldStartWith("知识库打不开，提问都转给人：Qdrant at ");
        Document changed = AnswerRig.Allowance() with { Body = "## 第1条 什么时候发\n\n尊老金按季发放，每季首月1日打到社保卡。\n" };
        await rig.PublishAsync(changed);

        _stub.Instead = null;
        await Eventually.TrueAsync(async () =>
        {
            rig.Rig.Clock.Advance(TimeSpan.FromSeconds(16));
            return (await rig.AskAsync(Question)).Contains("按季发放", StringComparison.Ordinal);
        }, "what was changed meanwhile answers");
        (await HealthAsync(rig)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task An_outage_is_no_refusal_in_a_run()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder, OnServer());
        await MovedAsync(rig);
        await rig.PublishAsync(AnswerRig.Allowance());
        _stub.Instead = http =>
        {
            http.Abort();
            return Task.FromResult(true);
        };
        QuestionRun run = new() { Kind = RunKind.Batch, StartedAt = rig.Rig.Now, StartedBy = "李芳", Day = new DateOnly(2026, 11, 21), Total = 1 };
        await Should.ThrowAsync<InvalidOperationException>(
            () => rig.Rig.Get<RunAsker>().AskAsync(run, [new AskedCheck(Question, true, null, null)], [], _ => { }, Token), "an outage is no refusal");
        await rig.Rig.Get<AddChecksHandler>().HandleAsync(
            new AddChecks([.. Enumerable.Range(0, 40).Select(i => new AskedCheck($"第{i}问", true, i < 25 ? "allowance" : null, null))], "李芳"), Token);
        (await rig.Rig.Get<CalibrationTrial>().RunAsync(Token)).ShouldBeNull("nor is the threshold found on it");
    }

    [Fact]
    public async Task A_server_that_is_gone_at_the_start_is_waited_for()
    {
        _stub.Instead = async http =>
        {
            http.Response.StatusCode = 503;
            await http.Response.CompleteAsync();
            return true;
        };
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder, OnServer());
        await rig.PublishAsync(AnswerRig.Allowance());
        (await rig.AskAsync(Question)).ShouldContain("我没查到准确规定");
        _stub.Instead = null;
        await Eventually.TrueAsync(async () =>
        {
            rig.Rig.Clock.Advance(TimeSpan.FromSeconds(16));
            return (await rig.AskAsync(Question)).Contains("每月15日", StringComparison.Ordinal);
        }, "the documents are there when the server is");
    }

    [Fact]
    public async Task Drafts_are_checked_against_what_answers_on_the_server_and_a_server_that_is_gone_ends_the_run()
    {
        await using AnswerRig rig = await AnswerRig.StartAsync(_folder, OnServer());
        await MovedAsync(rig);
        await rig.PublishAsync(AnswerRig.Allowance());
        ShelfDocument draft = await rig.DraftAsync(AnswerRig.Allowance() with { Body = "## 第1条 什么时候发\n\n尊老金按季发放，每季首月1日打到社保卡。\n" });

        RunRow row = (await RunAsync()).ShouldHaveSingleItem();
        row.BeforeAnswer.ShouldNotBeNull().ShouldContain("每月15日");
        row.Answer.ShouldNotBeNull().ShouldContain("按季发放");
        (await rig.AskAsync(Question)).ShouldContain("每月15日", Case.Sensitive, "residents notice nothing of a run");
        HitTest test = (await rig.Store.TestAsync(Question, new DateOnly(2026, 11, 21), null, Token)).ShouldNotBeNull();
        test.Hits[0].Passages[0].Text.ShouldBe("尊老金按月发放，每月15日打到社保卡。");

        _stub.Instead = http =>
        {
            http.Abort();
            return Task.FromResult(true);
        };
        (await RunAsync()).ShouldBeEmpty();

        async Task<List<RunRow>> RunAsync()
        {
            QuestionRuns runs = rig.Rig.Get<QuestionRuns>();
            int id = await runs.StartAsync([draft], [new AskedCheck(Question, true, "allowance", null)], new DateOnly(2026, 11, 21), "李芳", Token);
            await Eventually.TrueAsync(() => rig.Rig.Host.ReadAsync(db => db.Set<QuestionRun>().AnyAsync(run => run.Id == id && run.State != RunState.Running, Token)), "the run ends");
            return await rig.Rig.Host.ReadAsync(db => db.Set<RunRow>().Where(each => each.Run == id).ToListAsync(Token));
        }
    }

    private static Task MovedAsync(AnswerRig rig) =>
        Eventually.TrueAsync(() => rig.Store is { Serving: { } serving, Moving: null } && serving != rig.Store.Local, "the documents are on the server");

    private static async Task<HealthReportEntry> HealthAsync(AnswerRig rig) =>
        (await rig.Rig.Get<HealthCheckService>().CheckHealthAsync(check => check.Name == "knowledge", Token)).Entries["knowledge"];

    // a clock that stands still would wait for another try for ever
    private Dictionary<string, string?> OnServer() => new()
    {
        ["Knowledge:Store"] = "qdrant",
        ["Knowledge:Url"] = _stub.Address.AbsoluteUri,
        ["Knowledge:ApiKey"] = QdrantStub.Key,
        ["Knowledge:Retries"] = "0",
        ["Knowledge:BreakSeconds"] = "10",
    };
}
