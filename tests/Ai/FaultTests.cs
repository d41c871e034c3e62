using System.Text.Json;
using Bot.Ai;
using Microsoft.AspNetCore.Http;
using Tests.Support;

namespace Tests.Ai;

/// <summary>Whatever a server does, there is an answer or a known failure, within the time limit.</summary>
public sealed class FaultTests
{
    private static readonly Dictionary<string, (Func<HttpContext, Task> Act, ModelOutcome Expected)> Faults = new()
    {
        ["401"] = (ModelStub.Refuse(401), ModelOutcome.Refused),
        ["404"] = (ModelStub.Refuse(404), ModelOutcome.Refused),
        ["redirect"] = (ModelStub.Send("", 302), ModelOutcome.Refused),
        ["429"] = (ModelStub.Refuse(429), ModelOutcome.Busy),
        ["500"] = (ModelStub.Refuse(500), ModelOutcome.ServerFailed),
        ["503 with a page"] = (ModelStub.Send("<html>", 503, "text/html"), ModelOutcome.ServerFailed),
        ["a login page"] = (ModelStub.Send("<html>请登录</html>", type: "text/html"), ModelOutcome.WrongType),
        ["a stream of events"] = (ModelStub.Send("data: {}\n\n", type: "text/event-stream"), ModelOutcome.WrongType),
        ["10 MB"] = (ModelStub.FloodAsync, ModelOutcome.TooLarge),
        ["truncated JSON"] = (ModelStub.Send(ModelStub.Envelope("好")[..80]), ModelOutcome.NoAnswer),
        ["nothing"] = (ModelStub.Send(""), ModelOutcome.NoAnswer),
        ["another shape"] = (ModelStub.Send("{\"result\":\"好\"}"), ModelOutcome.NoAnswer),
        ["a list"] = (ModelStub.Send("[1,2]"), ModelOutcome.NoAnswer),
        ["no choices"] = (ModelStub.Send("{\"id\":\"1\",\"choices\":[]}"), ModelOutcome.NoAnswer),
        ["choices of numbers"] = (ModelStub.Send("{\"id\":\"1\",\"choices\":[3]}"), ModelOutcome.NoAnswer),
        ["no words"] = (ModelStub.Say(""), ModelOutcome.NoAnswer),
        ["cut off"] = (ModelStub.Say("{\"kind\":\"iss", "length"), ModelOutcome.CutOff),
        ["connection reset"] = (ModelStub.ResetAsync, ModelOutcome.Unreachable),
        ["hangs"] = (ModelStub.HangAsync, ModelOutcome.TimedOut),
        ["drips"] = (ModelStub.DripAsync, ModelOutcome.TimedOut),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_is_a_known_failure(string fault)
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:Retries", "0"), ("Ai:TimeoutSeconds", "5"));
        rig.Stub.Act = Faults[fault].Act;
        DateTimeOffset started = rig.Clock.GetUtcNow();
        bool waits = Faults[fault].Expected == ModelOutcome.TimedOut;
        ModelReply reply = waits ? await rig.AskInTimeAsync() : await rig.AskAsync();

        reply.Failure.ShouldBe(Faults[fault].Expected);
        reply.Text.ShouldBeNull();
        reply.Requests.ShouldBe(1);
        if (waits) { (rig.Clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5)); }
        rig.Lines.Text.ShouldNotContain("sk-secret");
    }

    [Fact]
    public async Task Nobody_there_is_a_known_failure_too()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:Retries", "0"), ("Ai:Endpoint", "http://127.0.0.1:1/v1"));
        (await rig.AskAsync()).Failure.ShouldBe(ModelOutcome.Unreachable);
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_and_what_may_not_is_not()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:Retries", "2"));
        int tries = 0;
        rig.Stub.Act = http => (++tries < 3 ? ModelStub.Refuse(500) : ModelStub.Say("好"))(http);
        ModelReply reply = await rig.AskInTimeAsync();
        (reply.Text, reply.Requests).ShouldBe(("好", 3));

        rig.Stub.Act = ModelStub.Refuse(401);
        (await rig.AskInTimeAsync()).Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_names_a_time_is_left_alone_so_long()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:Retries", "1"));
        List<DateTimeOffset> asked = [];
        rig.Stub.Act = http =>
        {
            asked.Add(rig.Clock.GetUtcNow());
            return (asked.Count == 1 ? ModelStub.Refuse(429, "17") : ModelStub.Say("好"))(http);
        };
        (await rig.AskInTimeAsync()).Text.ShouldBe("好");
        (asked[1] - asked[0]).ShouldBeInRange(TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(19));
    }

    [Fact]
    public async Task A_server_that_names_a_long_time_is_asked_later_and_not_by_the_same_call()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:Retries", "2"));
        rig.Stub.Act = ModelStub.Refuse(429, rig.Clock.GetUtcNow().AddMinutes(10).ToString("R"));
        ModelReply reply = await rig.AskAsync();
        (reply.Failure, reply.Requests).ShouldBe((ModelOutcome.Busy, 1));
        reply.Wait!.Value.ShouldBeInRange(TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task The_breaker_opens_lets_one_through_and_closes()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:Retries", "0"), ("Ai:BreakSeconds", "60"));
        rig.Stub.Act = ModelStub.Refuse(500);
        for (int i = 0; i < 4; i++) { (await rig.AskAsync()).Failure.ShouldBe(ModelOutcome.ServerFailed); }
        rig.Model.IsBroken.ShouldBeTrue();
        ModelReply refused = await rig.AskAsync();
        (refused.Failure, refused.Requests, rig.Stub.Received.Count).ShouldBe((ModelOutcome.BreakerOpen, 0, 4));
        refused.Wait!.Value.ShouldBeInRange(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));

        rig.Clock.Advance(TimeSpan.FromSeconds(61));
        (await rig.AskAsync()).Failure.ShouldBe(ModelOutcome.ServerFailed);
        rig.Stub.Received.Count.ShouldBe(5);
        (await rig.AskAsync()).Failure.ShouldBe(ModelOutcome.BreakerOpen);

        rig.Clock.Advance(TimeSpan.FromSeconds(61));
        rig.Stub.Act = ModelStub.Say("好");
        (await rig.AskAsync()).Text.ShouldBe("好");
        rig.Model.IsBroken.ShouldBeFalse();
    }

    [Fact]
    public async Task It_asks_as_the_protocol_wants_it()
    {
        await using ClientRig rig = await ClientRig.StartAsync();
        await rig.AskAsync("楼上太吵");
        JsonElement body = JsonDocument.Parse(rig.Stub.Received.Single()).RootElement;
        body.GetProperty("model").GetString().ShouldBe("stub-1");
        body.GetProperty("max_tokens").GetInt32().ShouldBe(100);
        body.TryGetProperty("max_completion_tokens", out _).ShouldBeFalse();
        body.GetProperty("temperature").GetDouble().ShouldBe(0);
        body.GetProperty("response_format").GetProperty("type").GetString().ShouldBe("json_object");
        body.GetProperty("messages")[1].GetProperty("content").GetString().ShouldBe("楼上太吵");
        body.TryGetProperty("tools", out _).ShouldBeFalse();
        rig.Stub.Keys.Single().ShouldBe("Bearer sk-secret-0123456789abcdef");
    }

    [Theory]
    [InlineData("ollama")]
    [InlineData("vllm")]
    [InlineData("deepseek")]
    public async Task The_envelopes_of_common_servers_are_read(string server)
    {
        await using ClientRig rig = await ClientRig.StartAsync();
        string recorded = await File.ReadAllTextAsync(Repository.File("tests", "Ai", "Replies", server + ".json"), TestContext.Current.CancellationToken);
        rig.Stub.Act = ModelStub.Send(recorded);
        ModelReply reply = await rig.AskAsync();
        reply.Failure.ShouldBeNull();
        Bot.Triage.SecondOpinion.OpinionReader.Read(reply.Text!, tickets: 1).Opinion.ShouldNotBeNull();
        reply.TokensIn.ShouldBe(1180);
    }
}
