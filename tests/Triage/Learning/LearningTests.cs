using Bot.Messaging;
using Bot.Storage;
using Bot.Triage;
using Bot.Triage.Engines;
using Bot.Triage.Learning;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.Learning;

/// <summary>Real trainings: a good correction is taken into use, a poisoned set is refused, earlier engines come back.</summary>
public sealed class LearningTests : IAsyncLifetime
{
    private const string Odd = "阿嘛尼咕噜喳喳";
    private readonly LearningRig _rig = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _rig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_good_correction_is_learned_and_taken_into_use()
    {
        float before = Ad(Odd);
        await _rig.CorrectAsync((Odd, Kind.Ad));

        string page = await _rig.TrainAsync();

        page.ShouldContain("1号版本训练好了，已经用上");
        page.ShouldContain("在用：1号，学过1条纠正");
        EngineVersion version = (await _rig.VersionsAsync()).ShouldHaveSingleItem();
        (version.State, version.By, version.Corrections, version.Cases).ShouldBe((EngineState.InUse, "管理员", 1, 5));
        version.CorpusF1.ShouldBeGreaterThan(0.1);
        _rig.Engines.Current!.Number.ShouldBe(1);
        Ad(Odd).ShouldBeGreaterThan(before + 0.2f);
    }

    [Fact]
    public async Task What_would_cost_cases_is_refused_with_the_sentences()
    {
        Engine before = _rig.Engines.Current!;
        await _rig.PoisonAsync();

        string page = await _rig.TrainAsync();

        page.ShouldContain("没有采用");
        page.ShouldContain("未采用");
        page.ShouldContain("“2号楼电梯坏了，一直不动”原来判得对，新的没有立件");
        page.ShouldContain("立件变差");
        _rig.Engines.Current.ShouldBe(before);
        EngineVersion version = (await _rig.VersionsAsync()).ShouldHaveSingleItem();
        (version.State, version.FileName).ShouldBe((EngineState.Refused, null));
        await _rig.Admin.PostFormAsync(LearningRig.Page, LearningRig.Page + "/restore", ("number", "1"));
        (await _rig.Admin.GetTextAsync(LearningRig.Page)).ShouldContain("没有换：1号版本没有通过比较，不能用");
    }

    [Fact]
    public async Task An_earlier_version_is_restored_with_one_tap()
    {
        await _rig.CorrectAsync((Odd, Kind.Ad));
        await _rig.TrainAsync();
        await _rig.CorrectAsync(("叽里呱啦哐哐哐", Kind.Thanks));
        await _rig.TrainAsync();
        _rig.Engines.Current!.Number.ShouldBe(2);

        await _rig.Admin.PostFormAsync(LearningRig.Page, LearningRig.Page + "/restore", ("number", "1"));

        (await _rig.Admin.GetTextAsync(LearningRig.Page)).ShouldContain("用回1号版本了");
        _rig.Engines.Current!.Number.ShouldBe(1);
        (await _rig.VersionsAsync()).Select(version => version.State).ShouldBe([EngineState.InUse, EngineState.Spare]);

        await _rig.Admin.PostFormAsync(LearningRig.Page, LearningRig.Page + "/restore", ("number", "0"));

        _rig.Engines.Current!.Number.ShouldBeNull();
        (await _rig.VersionsAsync()).ShouldAllBe(version => version.State == EngineState.Spare);
        (await _rig.Admin.GetTextAsync(LearningRig.Page)).ShouldContain("在用：随程序的版本");
    }

    [Fact]
    public async Task A_restart_uses_the_version_in_use()
    {
        await _rig.CorrectAsync((Odd, Kind.Ad));
        await _rig.TrainAsync();
        float learned = Ad(Odd);

        await _rig.RestartAsync();

        (_rig.Engines.Current!.Number, Ad(Odd)).ShouldBe((1, learned));
        (await _rig.Admin.GetTextAsync(LearningRig.Page)).ShouldContain("在用：1号");
    }

    [Fact]
    public async Task A_damaged_file_falls_back_to_the_program_s_own_and_says_so()
    {
        await _rig.CorrectAsync((Odd, Kind.Ad));
        await _rig.TrainAsync();
        string file = Path.Combine(_rig.Data, "models", (await _rig.VersionsAsync())[0].FileName!);
        await _rig.StopAsync();
        byte[] bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Token);

        await _rig.StartAsync();

        _rig.Engines.Current!.Number.ShouldBeNull();
        string page = await _rig.Admin.GetTextAsync(LearningRig.Page);
        page.ShouldContain("1号版本的文件坏了");
        page.ShouldContain("先用随程序的版本");
        (await _rig.TrainAsync()).ShouldContain("2号版本训练好了，已经用上");
        (await _rig.Admin.GetTextAsync(LearningRig.Page)).ShouldNotContain("文件坏了");
    }

    [Fact]
    public async Task An_engine_of_an_older_program_is_replaced_in_the_background()
    {
        await _rig.CorrectAsync((Odd, Kind.Ad));
        await _rig.TrainAsync();
        await _rig.Host.Get<WriteQueue>().RunAsync((db, token) =>
            db.Set<EngineVersion>().ExecuteUpdateAsync(set => set.SetProperty(version => version.Features, "0.0"), token), Token);

        await _rig.RestartAsync();

        await Eventually.TrueAsync(() => _rig.Engines.Current?.Number == 2, "the new program has trained its own");
        await _rig.EndedAsync();
        List<EngineVersion> versions = await _rig.VersionsAsync();
        versions.Select(version => version.State).ShouldBe([EngineState.Spare, EngineState.InUse]);
        versions[1].By.ShouldBe(TrainingWorker.AfterUpdate);
        string page = await _rig.Admin.GetTextAsync(LearningRig.Page);
        page.ShouldContain("旧程序的，不能再用");
        page.ShouldNotContain("用回1号");
        await _rig.Admin.PostFormAsync(LearningRig.Page, LearningRig.Page + "/restore", ("number", "1"));
        (await _rig.Admin.GetTextAsync(LearningRig.Page)).ShouldContain("旧程序训练的，不能再用");
    }

    [Fact]
    public async Task Two_who_press_at_once_train_once()
    {
        await _rig.CorrectAsync((Odd, Kind.Ad));
        HttpClient other = await _rig.Host.SignInAsync("管理员", "admin");

        await Task.WhenAll(
            _rig.Admin.PostFormAsync(LearningRig.Page, LearningRig.Page + "/train"),
            other.PostFormAsync(LearningRig.Page, LearningRig.Page + "/train"));
        string[] pages = [await _rig.Admin.GetTextAsync(LearningRig.Page), await other.GetTextAsync(LearningRig.Page)];
        await _rig.EndedAsync();

        pages.Count(page => page.Contains("开始训练了")).ShouldBe(1);
        pages.Count(page => page.Contains("没有再开始")).ShouldBe(1);
        (await _rig.VersionsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_learned_already_is_not_learned_again()
    {
        (await _rig.TrainAsync()).ShouldContain("还没有纠正过的消息，没有可学的");
        await _rig.CorrectAsync((Odd, Kind.Ad));
        await _rig.TrainAsync();

        (await _rig.TrainAsync()).ShouldContain("没有新的纠正，在用的1号版本都学过了");
        (await _rig.VersionsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_the_last_few_are_kept()
    {
        await _rig.StopAsync();
        await _rig.StartAsync(("Learning:KeepEngines", "1"));
        for (int i = 0; i < 4; i++)
        {
            await _rig.CorrectAsync(($"{Odd}{(char)('甲' + i)}", Kind.Ad));
            await _rig.TrainAsync();
        }

        (await _rig.VersionsAsync()).Select(version => version.Number).ShouldBe([3, 4]);
        Directory.GetFiles(Path.Combine(_rig.Data, "models"), "learned-*.model").Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_open_burst_outlives_the_change_of_engine()
    {
        Inbox inbox = _rig.Host.Get<Inbox>();
        await inbox.AcceptAsync(new InboundMessage("webchat", "春和苑一网格群", "b1", "3-1-502", SenderRole.Resident, "36号楼"), Token);
        await _rig.CorrectAsync((Odd, Kind.Ad));

        await _rig.TrainAsync();
        AcceptResult second = await inbox.AcceptAsync(new InboundMessage("webchat", "春和苑一网格群", "b2", "3-1-502", SenderRole.Resident, "三楼着火了，快打119"), Token);

        await Eventually.TrueAsync(async () => await DecisionAsync(second.Seq) is not null, "the burst is decided");
        MessageDecision first = (await DecisionAsync(second.Seq - 1))!, last = (await DecisionAsync(second.Seq))!;
        (last.Opened || first.Opened).ShouldBeTrue();
        first.Ticket.ShouldBe(last.Ticket);
        last.Engine.ShouldBe(_rig.Engines.Current!.Version);
    }

    private async Task<MessageDecision?> DecisionAsync(long seq)
    {
        await using BotDbContext db = await _rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<MessageDecision>().FirstOrDefaultAsync(decision => decision.MessageSeq == seq, Token);
    }

    private float Ad(string text) => _rig.Engines.Current!.Model.Predict(text, SenderRole.Resident)[Kind.Ad];
}
