using System.Net.Http.Json;
using Bot.Answers.Library;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.Wording;

/// <summary>In the running program, with a model that answers, lies or hangs: what the group hears.</summary>
public sealed class AnswerWordingTests : IAsyncLifetime
{
    private const string Group = "春和苑一网格群";
    private const int BurstSeconds = 46;
    private const string Extract = "尊老金按月发放，每月15日打到社保卡。依据：《尊老金办理指南》2026年3月版第4条";
    private readonly ManualTimeProvider _clock = new();
    private ModelStub _stub = null!;
    private BotHost _host = null!;
    private int _sent;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stub = await ModelStub.StartAsync();
        _host = await BotHost.StartAsync(clock: _clock, settings: [.. _stub.Settings, ("Outbox:Timeout", "00:05:00"), ("Outbox:LongestRetry", "00:00:01")]);
        await _host.Get<DocumentStore>().Settled.WaitAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task What_stands_in_the_passage_is_said_in_the_models_words_and_no_number_of_a_person_reaches_it()
    {
        _stub.Act = ModelStub.Say("""{"sentences":[{"text":"尊老金每月15日到社保卡","quote":"每月15日打到社保卡"}]}""");
        (await AskAsync("我电话13812345678，请问尊老金什么时候到账")).ShouldBe("尊老金每月15日到社保卡（AI整理）。依据：《尊老金办理指南》2026年3月版第4条");
        _stub.Received.ShouldHaveSingleItem().ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task What_does_not_stand_there_is_answered_in_the_documents_words()
    {
        _stub.Act = ModelStub.Say("""{"sentences":[{"text":"尊老金每月20日到社保卡","quote":"每月15日打到社保卡"}]}""");
        (await AskAsync("请问尊老金什么时候到账")).ShouldBe(Extract);
    }

    [Fact]
    public async Task A_model_that_hangs_is_not_waited_for_and_not_asked_again_at_once()
    {
        _stub.Act = ModelStub.HangAsync;
        (await AskAsync("请问尊老金什么时候到账")).ShouldBe(Extract);
        (await AskAsync("请问尊老金什么时候发")).ShouldStartWith("尊老金按月发放");
        _stub.Received.Count.ShouldBe(1);
    }

    private async Task<string> AskAsync(string text)
    {
        int before = (await SaidAsync()).Count;
        HttpResponseMessage posted = await _host.Client.PostAsJsonAsync("/playground/api/messages", new { group = Group, person = "6号楼王阿姨", id = $"q{++_sent}", text }, Token);
        posted.EnsureSuccessStatusCode();
        int looks = 0;
        await Eventually.TrueAsync(
            async () =>
            {
                // fast until the burst is over; then the model is asked, which has seconds of its own to answer
                if (looks++ < BurstSeconds || looks % 200 == 0) { _clock.Advance(TimeSpan.FromSeconds(1)); }
                return (await SaidAsync()).Count > before;
            },
            $"“{text}” is answered");
        return (await SaidAsync())[^1].Text;
    }

    private async Task<List<Message>> SaidAsync()
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Message>().Where(message => message.Conversation == Group && message.Role == SenderRole.Bot)
            .OrderBy(message => message.Seq).ToListAsync(Token);
    }
}
