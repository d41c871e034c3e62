using System.Net.Http.Json;
using Bot.Answers;
using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Answers;

/// <summary>In the running program: what residents ask in the group, and what they hear.</summary>
public sealed class GroupQuestionTests : IAsyncLifetime
{
    private const string Group = "春和苑一网格群";
    private const string Asker = "6号楼王阿姨";

    private readonly ManualTimeProvider _clock = new();
    private readonly TempFolder _folder = new();
    private BotHost _host = null!;
    private int _sent;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(StartAsync());

    private async Task StartAsync()
    {
        // The fake clock runs ahead of real sending, which must not count as a lost answer
        _host = await BotHost.StartAsync(_folder.Path, _clock, settings: [("Outbox:Timeout", "00:05:00"), ("Outbox:LongestRetry", "00:00:01")]);
        await _host.Get<DocumentStore>().Settled.WaitAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_covered_question_is_answered_with_its_source()
    {
        Message reply = await AskAsync("请问尊老金什么时候到账");
        reply.Text.ShouldBe("尊老金按月发放，每月15日打到社保卡。依据：《尊老金办理指南》2026年3月版第4条");
        reply.ReplyTo.ShouldEndWith($"q{_sent}");
        AskedQuestion asked = await OneAsync<AskedQuestion>();
        (asked.Answered, asked.Document, asked.Reply).ShouldBe((true, "elder-allowance-2026", reply.Text));
    }

    [Fact]
    public async Task A_near_miss_goes_to_a_person_whose_answer_comes_back_and_answers_the_next_time()
    {
        (await AskAsync("外地的人才落户补贴怎么申请")).Text.ShouldContain("我没查到准确规定，不能乱说");
        HandOff item = await OneAsync<HandOff>();

        HttpClient worker = await _host.SignInAsync("陈秀兰", Access.Worker);
        await worker.PostFormAsync("/console/questions", $"/console/questions/{item.Number}/answer", ("version", "0"),
            ("answer", "人才落户补贴在人社局办，社区不办，请打12333。"), ("keep", "true"), ("keepAs", "人才落户补贴怎么申请"));
        Message answer = await HeardAsync("请打12333");
        answer.ReplyTo.ShouldEndWith("q1");
        answer.Text.ShouldStartWith($"@{Asker} ");

        (await AskAsync("人才落户补贴怎么申请")).Text.ShouldStartWith("人才落户补贴在人社局办，社区不办，请打12333。依据：《人才落户补贴怎么申请》");
    }

    [Fact]
    public async Task Somebodys_own_case_gets_the_rule_and_a_person_in_one_message()
    {
        Message reply = await AskAsync("我的尊老金怎么没发");
        reply.Text.ShouldStartWith("尊老金按月发放，每月15日打到社保卡。依据：《尊老金办理指南》2026年3月版第4条。您的情况已转");
        reply.Text.ShouldEndWith("（问1号）。");
        (await OneAsync<AskedQuestion>()).HandOff.ShouldBe(1);
        (await OneAsync<HandOff>()).Question.ShouldBe("我的尊老金怎么没发");
    }

    [Fact]
    public async Task A_follow_up_carries_the_subject_of_the_question_before()
    {
        await AskAsync("请问尊老金怎么申请");
        Message reply = await AskAsync("那什么时候到账？");
        reply.Text.ShouldStartWith("尊老金按月发放，每月15日打到社保卡。");
        await using BotDbContext db = await ReadAsync();
        (await db.Set<AskedQuestion>().OrderBy(asked => asked.Id).Select(asked => asked.Question).LastAsync(Token)).ShouldBe("尊老金申请：那什么时候到账？");
    }

    [Fact]
    public async Task A_follow_up_carries_its_subject_over_a_restart()
    {
        await AskAsync("请问尊老金怎么申请");
        await _host.DisposeAsync();
        await StartAsync();
        (await AskAsync("那什么时候到账？")).Text.ShouldStartWith("尊老金按月发放，每月15日打到社保卡。");
    }

    [Fact]
    public async Task Who_goes_on_asking_after_a_person_was_called_waits_for_one_answer()
    {
        Message first = await AskAsync("我的尊老金怎么没发");
        first.Text.ShouldContain("（问1号）");
        Message looked = await AskAsync("麻烦帮我查一下");
        looked.Text.ShouldStartWith("这个一起转给");
        looked.Text.ShouldEndWith("前回您（问1号）。");
        Message further = await AskAsync("那要等多久呢？");
        further.Text.ShouldContain("（问1号）");
        HandOff item = await OneAsync<HandOff>();
        item.Added.ShouldNotBeNull().Split('\n').Length.ShouldBe(2);
        item.Added.ShouldContain("帮我查一下");

        HttpClient worker = await _host.SignInAsync("陈秀兰", Access.Worker);
        string page = await worker.GetTextAsync($"/console/questions/{item.Number}");
        page.ShouldContain("后来又说：");
        await worker.PostFormAsync("/console/questions", $"/console/questions/{item.Number}/answer", ("version", "0"), ("answer", "下周一发。"));
        (await OneAsync<HandOff>()).State.ShouldBe(HandOffState.Waiting, "what was read before the asker went on is out of date");
        await worker.PostFormAsync("/console/questions", $"/console/questions/{item.Number}/answer", ("version", $"{item.Version}"), ("answer", "下周一发。"));
        await HeardAsync("下周一发");
        (await AskAsync("帮我再查一下")).Text.ShouldContain("（问2号）", Case.Sensitive, "what is answered is not waited for");
    }

    private async Task<Message> AskAsync(string text)
    {
        string id = $"q{++_sent}";
        int before = (await SaidAsync()).Count;
        HttpResponseMessage posted = await _host.Client.PostAsJsonAsync("/playground/api/messages", new { group = Group, person = Asker, id, text }, Token);
        posted.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(
            async () => { _clock.Advance(TimeSpan.FromSeconds(1)); return (await SaidAsync()).Count > before; }, $"“{text}” is answered");
        return (await SaidAsync())[^1];
    }

    private async Task<Message> HeardAsync(string words)
    {
        await Eventually.TrueAsync(
            async () => { _clock.Advance(TimeSpan.FromSeconds(1)); return (await SaidAsync()).Any(message => message.Text.Contains(words)); }, $"“{words}” is heard");
        return (await SaidAsync()).Single(message => message.Text.Contains(words));
    }

    private async Task<List<Message>> SaidAsync()
    {
        await using BotDbContext db = await ReadAsync();
        return await db.Set<Message>().Where(message => message.Conversation == Group && message.Role == SenderRole.Bot)
            .OrderBy(message => message.Seq).ToListAsync(Token);
    }

    private async Task<T> OneAsync<T>() where T : class
    {
        await using BotDbContext db = await ReadAsync();
        return await db.Set<T>().SingleAsync(Token);
    }

    private Task<BotDbContext> ReadAsync() => _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
}
