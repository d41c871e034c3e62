using System.Net;
using Bot.Triage.SecondOpinion;
using Tests.Support;
using Tests.Triage.SecondOpinion;

namespace Tests.Console;

/// <summary>模型: what it said, taken back with one tap; cost and failures for administrators.</summary>
public sealed class OpinionPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_sees_what_the_model_did_and_takes_it_back()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Opinion("chat", reason: "在说<script>alert(1)</script>电视剧"));
        long seq = await rig.WonderAsync("楼上半夜拖椅子");
        await rig.SettledAsync(seq);
        HttpClient worker = await rig.WorkerAsync();
        string page = await worker.GetTextAsync("/console/model");
        page.ShouldContain("楼上半夜拖椅子");
        page.ShouldContain("模型（stub-1）看是闲聊，把握95%");
        page.ShouldContain("从待审里拿掉了");
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("用了多少");
        (await worker.GetTextAsync("/console/review")).ShouldNotContain("楼上半夜拖椅子");

        HttpResponseMessage tap = await worker.PostFormAsync("/console/model", $"/console/model/{seq}/undo");
        tap.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await worker.GetTextAsync("/console/model")).ShouldContain("陈秀兰撤回了");
        (await worker.GetTextAsync("/console/review")).ShouldContain("楼上半夜拖椅子");
    }

    [Fact]
    public async Task An_administrator_sees_calls_cost_and_failures_and_no_key()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync(settings: [("Ai:InputPrice", "1000"), ("Ai:BreakSeconds", "600")]);
        rig.Stub.Act = ModelStub.Say(ModelStub.Opinion("chat"));
        await rig.SettledAsync(await rig.WonderAsync("第一句"));
        rig.Stub.Act = ModelStub.Say("不是 JSON");
        await rig.SettledAsync(await rig.WonderAsync("第二句"));
        HttpClient admin = await rig.Host.SignInAsync("管理员", Bot.Grids.SignIn.Access.Admin);
        string page = await admin.GetTextAsync("/console/model");
        page.ShouldContain("问了\">2次");
        page.ShouldContain("1800 / 120");
        page.ShouldContain("1.80");
        page.ShouldContain("回答不是 JSON，问了1次");
        page.ShouldNotContain("sk-secret");
        page.ShouldContain(new Uri(rig.Stub.Address).Authority);

        rig.Stub.Act = ModelStub.Refuse(401);
        for (int i = 0; i < 6; i++) { await rig.WonderAsync($"又一句{i}"); }
        await Eventually.TrueAsync(async () => (await admin.GetTextAsync("/console/model")).Contains("先不问它", StringComparison.Ordinal), "the breaker is shown");
        (await rig.OpinionAsync(1)).ShouldNotBeNull().State.ShouldNotBe(OpinionState.Waiting);
    }

    [Fact]
    public async Task Without_a_model_the_page_says_so()
    {
        await using BotHost host = await BotHost.StartAsync();
        HttpClient admin = await host.SignInAsync("管理员", Bot.Grids.SignIn.Access.Admin);
        (await admin.GetTextAsync("/console/model")).ShouldContain("没有配置大模型");
    }
}
