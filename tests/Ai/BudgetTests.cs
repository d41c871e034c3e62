using Bot.Ai;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Ai;

/// <summary>Hard caps, also over a restart; what was spent is kept by the hour.</summary>
public sealed class BudgetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_hour_has_so_many_calls_and_the_next_hour_as_many_again()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:CallsPerHour", "3"));
        rig.Clock.Advance(TimeSpan.FromMinutes(20));
        for (int i = 0; i < 3; i++) { (await rig.AskAsync()).Failure.ShouldBeNull(); }
        ModelReply refused = await rig.AskAsync();
        (refused.Failure, refused.Requests).ShouldBe((ModelOutcome.OverBudget, 0));
        refused.Wait.ShouldBe(TimeSpan.FromMinutes(40));

        rig.Clock.Advance(TimeSpan.FromMinutes(40));
        (await rig.AskAsync()).Failure.ShouldBeNull();
        rig.Stub.Received.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_call_that_might_not_fit_into_the_day_is_not_made()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:TokensPerDay", "2000"));
        (await rig.AskAsync()).Failure.ShouldBeNull();
        (await rig.AskAsync()).Failure.ShouldBeNull();
        ModelReply refused = await rig.AskAsync();
        refused.Failure.ShouldBe(ModelOutcome.OverBudget);
        // nine in the morning in Shanghai
        refused.Wait.ShouldBe(TimeSpan.FromHours(15));
    }

    [Fact]
    public async Task Many_at_once_do_not_slip_past_the_cap()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:CallsPerHour", "10"));
        ModelReply[] replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => rig.AskAsync()));
        replies.Count(reply => reply.Failure is null).ShouldBe(10);
        rig.Stub.Received.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_restart_goes_on_with_what_was_spent()
    {
        ClientRig rig = await ClientRig.StartAsync(("Ai:CallsPerHour", "2"));
        await rig.KeepAsync(ModelOutcome.Accepted, await rig.AskAsync());
        await rig.KeepAsync(ModelOutcome.WrongSchema, await rig.AskAsync());
        await rig.Host.DisposeAsync();
        await using ClientRig again = await rig.OnAsync([("Ai:CallsPerHour", "2")]);
        (await again.AskAsync()).Failure.ShouldBe(ModelOutcome.OverBudget);
    }

    [Fact]
    public async Task What_was_spent_is_kept_with_its_cost()
    {
        await using ClientRig rig = await ClientRig.StartAsync(("Ai:InputPrice", "2"), ("Ai:OutputPrice", "8"), ("Ai:Retries", "0"));
        await rig.KeepAsync(ModelOutcome.Accepted, await rig.AskAsync());
        await rig.KeepAsync(ModelOutcome.Accepted, await rig.AskAsync());
        rig.Stub.Act = ModelStub.Refuse(500);
        await rig.KeepAsync(ModelOutcome.ServerFailed, await rig.AskAsync());

        (await rig.HoursAsync()).Count.ShouldBe(2);
        (ModelUse today, ModelUse month) = await rig.Host.Services.GetRequiredService<ModelFigures>().LoadAsync(Token);
        (today.Total, today.Of(ModelOutcome.Accepted), today.TokensOut).ShouldBe((3, 2, 120));
        // a request that failed may have been charged for
        today.TokensIn.ShouldBe(1800 + ClientRig.Question().InputEstimate);
        today.Cost.ShouldBe(((today.TokensIn * 2) + (120 * 8)) / 1_000_000m);
        month.Total.ShouldBe(3);
        rig.Clock.Advance(TimeSpan.FromDays(1));
        (await rig.Host.Services.GetRequiredService<ModelFigures>().LoadAsync(Token)).Today.Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_counts_nothing_is_counted_by_length()
    {
        await using ClientRig rig = await ClientRig.StartAsync();
        rig.Stub.Act = ModelStub.Send("{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"十个字的一句回答吧\"},\"finish_reason\":\"stop\"}]}");
        ModelReply reply = await rig.AskAsync();
        (reply.TokensIn, reply.TokensOut).ShouldBe((ClientRig.Question().InputEstimate, 9));
    }
}
