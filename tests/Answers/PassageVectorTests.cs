using System.Text.Json.Nodes;
using Bot.Ai;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Knowledge;
using Knowledge.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Tests.Support;

namespace Tests.Answers;

/// <summary>With a model for meanings: drafts are tried with vectors too, and what is removed or rewritten leaves no vector behind.</summary>
public sealed class PassageVectorTests : IAsyncLifetime
{
    private const string Model = "bge-m3";
    private const int Dimensions = 8;
    private readonly TempFolder _folder = new();
    private ModelStub _stub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stub = await ModelStub.StartAsync();
        _stub.Act = http => ModelStub.Send(Vectors(_stub.Received.Last()))(http);
    }

    public async ValueTask DisposeAsync()
    {
        await _stub.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_document_that_goes_takes_its_vectors_along()
    {
        await using AnswerRig rig = await StartAsync();
        VectorFile file = rig.Rig.Get<VectorFile>();
        ShelfDocument first = await rig.PublishAsync(AnswerRig.Allowance());
        const string Paid = "尊老金办理指南\n第2条 什么时候发\n尊老金按月发放，每月15日打到社保卡。";
        await Eventually.TrueAsync(() => file.Load(Model, Dimensions, [Paid]).Count == 1, "passages get their vectors");

        Document changed = AnswerRig.Allowance() with { Body = "## 第2条 什么时候发\n\n尊老金按季发放，每季首月1日打到社保卡。\n" };
        const string Quarterly = "尊老金办理指南\n第2条 什么时候发\n尊老金按季发放，每季首月1日打到社保卡。";
        ShelfDocument second = await rig.PublishAsync(changed);
        await Eventually.TrueAsync(() => file.Load(Model, Dimensions, [Paid, Quarterly]).Keys.SequenceEqual([Quarterly]), "the former passages leave none");

        second = (await rig.DocumentsAsync()).Single(row => row.Id == second.Id);
        await rig.ChangeAsync(second, ShelfAct.Remove);
        await Eventually.TrueAsync(() => file.Load(Model, Dimensions, [Paid, Quarterly]).Count == 0, "none is left");
        first.Name.ShouldBe(second.Name);
    }

    [Fact]
    public async Task A_run_before_publishing_searches_by_meaning_too()
    {
        await using AnswerRig rig = await StartAsync();
        await rig.PublishAsync(AnswerRig.Allowance());
        await Eventually.TrueAsync(() => rig.Store.Serving!.WithoutVector == 0, "passages get their vectors");
        ShelfDocument draft = await rig.DraftAsync(AnswerRig.Allowance(name: "other") with { Body = "## 第1条 谁可以借\n\n轮椅可以借，押身份证到1号窗口。\n" });
        QuestionRuns runs = rig.Rig.Get<QuestionRuns>();
        int asked = _stub.Received.Count;
        int id = await runs.StartAsync([draft], [new AskedCheck("轮椅怎么借", true, "other", null)], new DateOnly(2026, 11, 21), "李芳", Token);
        await Eventually.TrueAsync(() => rig.Rig.Host.ReadAsync(db => db.Set<QuestionRun>().AnyAsync(run => run.Id == id && run.State == RunState.Done, Token)), "the run ends");

        string[] sent = [.. _stub.Received.Skip(asked).SelectMany(Texts)];
        sent.Count(text => text == "轮椅怎么借").ShouldBe(2, "as it answers now, and with the draft");
        sent.ShouldContain(text => text.Contains("押身份证到1号窗口", StringComparison.Ordinal), "the draft gets vectors");
        RunRow row = await rig.Rig.Host.ReadAsync(db => db.Set<RunRow>().SingleAsync(each => each.Run == id, Token));
        (row.Change, row.Document).ShouldBe((RunChange.Better, "other"));
    }

    private async Task<AnswerRig> StartAsync()
    {
        Dictionary<string, string?> settings = new()
        {
            ["Embeddings:Endpoint"] = _stub.Address,
            ["Embeddings:Model"] = Model,
            ["Embeddings:Dimensions"] = $"{Dimensions}",
        };
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return await AnswerRig.StartAsync(_folder, settings, services => services.AddAi(configuration));
    }

    private static string[] Texts(string body) =>
        JsonNode.Parse(body)!["input"] is JsonArray many ? [.. many.Select(each => each!.GetValue<string>())] : [JsonNode.Parse(body)!["input"]!.GetValue<string>()];

    // by the first characters of a text: enough to be different and always the same
    private static string Vectors(string body) => new JsonObject
    {
        ["data"] = new JsonArray([.. Texts(body).Select((text, i) => (JsonNode)new JsonObject
        {
            ["index"] = i,
            ["embedding"] = new JsonArray([.. Enumerable.Range(0, Dimensions).Select(at => (JsonNode)(1 + (text[at % text.Length] % 13)))]),
        })]),
    }.ToJsonString();
}
