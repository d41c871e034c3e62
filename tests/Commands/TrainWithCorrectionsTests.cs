using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Learning;
using Tests.Support;
using Tests.Triage.Learning;

namespace Tests.Commands;

/// <summary><c>bot train --corpus --corrections --against</c>: the gate of the learning page on the command line.</summary>
public sealed class TrainWithCorrectionsTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    private string Old => _folder.File("old.model");

    private string Made => _folder.File("new.model");

    public async ValueTask InitializeAsync()
    {
        SmallCorpus.Write(_folder.Path);
        (await TrainAsync("--model", Old)).ExitCode.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_engine_no_worse_than_the_old_one_is_written()
    {
        BotProgram.Result run = await CorrectAsync([SmallCorpus.Row("阿嘛尼咕噜喳喳", Kind.Ad)]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("cases 5/5");
        File.Exists(Made).ShouldBeTrue();
    }

    [Fact]
    public async Task A_worse_one_is_refused_with_its_reasons_and_not_written()
    {
        BotProgram.Result run = await CorrectAsync(
            [.. Corpus.Read(SmallCorpus.Folder(_folder.Path)).Where(row => row.Kind is Kind.Issue or Kind.Emergency).Select(row => SmallCorpus.Row(row.Text, Kind.Chat))]);

        run.ExitCode.ShouldBe(4, run.Error);
        run.Error.ShouldContain("没有立件");
        run.Error.ShouldContain("refused");
        File.Exists(Made).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_conversations_there_is_nothing_to_compare_on()
    {
        string empty = Directory.CreateDirectory(_folder.File("empty")).FullName;
        BotProgram.Result run = await TrainAsync("--model", Made, "--against", Old, "--regression", empty);

        (run.ExitCode, File.Exists(Made)).ShouldBe((2, false));
        run.Error.ShouldContain("no labelled conversations");
    }

    private async Task<BotProgram.Result> CorrectAsync(IReadOnlyList<CorpusRow> corrections)
    {
        await File.WriteAllTextAsync(_folder.File("c.tsv"), ExampleFile.Write(corrections), TestContext.Current.CancellationToken);
        return await TrainAsync("--model", Made, "--corrections", _folder.File("c.tsv"), "--against", Old, "--regression", SmallCorpus.Log(_folder.Path));
    }

    private Task<BotProgram.Result> TrainAsync(params string[] more) => BotProgram.RunAsync(["train", "--corpus", SmallCorpus.Folder(_folder.Path), .. more]);
}
