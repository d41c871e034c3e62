using System.Globalization;
using Tests.Support;
using Tests.Triage.Classifier;

namespace Tests.Commands;

public sealed class TrainAndClassifyTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    private string Model => _folder.File("fruit.model");

    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(_folder.File("train.tsv"), ToyTask.Lines);
        (await Bot("train", "--input", _folder.File("train.tsv"), "--model", Model)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Training_prints_its_figures_and_progress_on_standard_error_only()
    {
        BotProgram.Result result = await Bot(
            "train", "--input", _folder.File("train.tsv"), "--model", Model, "--validate", _folder.File("train.tsv"));

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldMatch(@"^accuracy \d\.\d{4} macro-F1 \d\.\d{4}$".Insert(0, "(?m)"));
        result.Error.ShouldContain("100 %");
        Directory.GetFiles(_folder.Path, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task Plain_lines_are_answered_line_by_line_without_figures()
    {
        BotProgram.Result result = await Classify("他买了香蕉\n扳手在哪\n");

        result.ExitCode.ShouldBe(0);
        result.Error.ShouldNotContain("accuracy");
        string[][] answers = [.. Answers().Select(l => l.Split('\t'))];
        answers.Select(a => a[0]).ShouldBe(["水果", "工具"]);
        answers.ShouldAllBe(a => float.Parse(a[1], CultureInfo.InvariantCulture) <= 1);
    }

    [Fact]
    public async Task Labelled_lines_with_byte_order_mark_and_carriage_returns_are_measured()
    {
        BotProgram.Result result = await Classify("\uFEFF水果\t买香蕉\r\n工具\t用扳手\r\n");

        result.Error.ShouldContain("accuracy 1.0000 macro-F1 1.0000");
    }

    [Fact]
    public async Task One_line_without_a_known_label_makes_all_lines_plain_text()
    {
        BotProgram.Result result = await Classify("水果\t买香蕉\n蔬菜\t买萝卜\n");

        result.ExitCode.ShouldBe(0);
        result.Error.ShouldNotContain("accuracy");
        Answers().Length.ShouldBe(2);
    }

    [Fact]
    public async Task Without_output_the_answers_go_to_standard_output()
    {
        File.WriteAllText(_folder.File("x.tsv"), "买香蕉\n");

        (await Bot("classify", "--model", Model, "--input", _folder.File("x.tsv"))).Output.ShouldStartWith("水果\t");
    }

    [Fact]
    public async Task Options_joined_to_their_values_mean_the_same()
    {
        await Classify("买香蕉\n用扳手\n");

        BotProgram.Result result = await Bot("classify", $"--model={Model}", $"--input={_folder.File("x.tsv")}", $"--output={_folder.File("z.tsv")}");

        result.ExitCode.ShouldBe(0);
        File.ReadAllText(_folder.File("z.tsv")).ShouldBe(File.ReadAllText(_folder.File("y.tsv")));
    }

    [Fact]
    public async Task An_empty_file_gives_an_empty_file()
    {
        (await Classify("")).ExitCode.ShouldBe(0);
        Answers().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_nothing_can_be_said_of_keeps_its_place_and_the_exit_says_partial()
    {
        BotProgram.Result result = await Classify("买香蕉\n\n用扳手\n");

        result.ExitCode.ShouldBe(4);
        result.Error.ShouldContain("x.tsv:2: blank line");
        string[] answers = Answers();
        answers.Length.ShouldBe(3);
        answers[1].ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_that_is_not_utf8_keeps_its_place_among_many()
    {
        byte[] line = System.Text.Encoding.UTF8.GetBytes("买香蕉\n");
        byte[][] lines = [.. Enumerable.Repeat(line, 300), [0xCB, 0xFF, (byte)'\n'], .. Enumerable.Repeat(line, 100)];
        File.WriteAllBytes(_folder.File("x.tsv"), [.. lines.SelectMany(bytes => bytes)]);

        BotProgram.Result result = await Bot("classify", "--model", Model, "--input", _folder.File("x.tsv"), "--output", _folder.File("y.tsv"));

        result.ExitCode.ShouldBe(4);
        result.Error.ShouldContain("x.tsv:301: not valid UTF-8");
        string[] answers = Answers();
        answers.Length.ShouldBe(401);
        answers.Select((answer, i) => answer.StartsWith("水果\t", StringComparison.Ordinal) || (i == 300 && answer.Length == 0)).ShouldAllBe(right => right);
    }

    [Fact]
    public async Task Bad_training_lines_are_skipped_and_named()
    {
        File.WriteAllText(_folder.File("bad.tsv"), ToyTask.Lines + "no tab here\n\t没有标签\n水果\t\n");

        BotProgram.Result result = await Bot("train", "--input", _folder.File("bad.tsv"), "--model", _folder.File("m2"));

        result.ExitCode.ShouldBe(4);
        result.Error.ShouldContain("bad.tsv:61: no TAB");
        result.Error.ShouldContain("bad.tsv:62: no label");
        result.Error.ShouldContain("bad.tsv:63: no text");
        File.Exists(_folder.File("m2")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("classify", "--model", "MISSING", "--input", "train.tsv")]
    [InlineData("classify", "--model", "fruit.model", "--input", "MISSING")]
    [InlineData("classify", "--model", "train.tsv", "--input", "train.tsv")]
    [InlineData("classify", "--model", "fruit.model", "--input", "train.tsv", "--output", "MISSING/y.tsv")]
    [InlineData("train", "--input", "MISSING", "--model", "m")]
    [InlineData("train", "--input", "train.tsv", "--model", "MISSING/m")]
    [InlineData("train", "--corpus", "MISSING", "--model", "m")]
    [InlineData("train", "--input", "one.tsv", "--model", "m")]
    [InlineData("train", "--input", "gbk.tsv", "--model", "m")]
    public async Task What_cannot_be_read_or_written_is_one_line_and_exit_2(params string[] arguments)
    {
        File.WriteAllText(_folder.File("one.tsv"), "水果\t香蕉\n水果\t苹果\n");
        File.WriteAllBytes(_folder.File("gbk.tsv"), [0xCB, 0xAE, 0xB9, 0xFB, 0x09, 0xCF, 0xE3, 0xBD, 0xB6, 0x0A]);
        string[] paths = [.. arguments.Select(a => a.StartsWith('-') || a is "train" or "classify" ? a : _folder.File(a))];

        BotProgram.Result result = await Bot(paths);

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.Trim().Split('\n')[^1].ShouldStartWith($"bot: {_folder.Path}");
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task An_engine_is_not_taken_for_a_classifier()
    {
        string corpus = Directory.CreateDirectory(_folder.File("corpus")).FullName;
        File.WriteAllLines(
            Path.Combine(corpus, "a.tsv"),
            File.ReadLines(Repository.File("bot", "Triage", "Corpus", "north.tsv")).Where((_, i) => i % 10 == 0));
        BotProgram.Result trained = await Bot("train", "--corpus", corpus, "--model", _folder.File("engine"));
        trained.ExitCode.ShouldBe(0, trained.Error);
        trained.Error.ShouldContain("macro-F1");

        BotProgram.Result result = await Bot("classify", "--model", _folder.File("engine"), "--input", _folder.File("train.tsv"));

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("triage engine");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Task<BotProgram.Result> Bot(params string[] arguments) => BotProgram.RunAsync(arguments);

    private Task<BotProgram.Result> Classify(string lines)
    {
        File.WriteAllText(_folder.File("x.tsv"), lines);
        return Bot("classify", "--model", Model, "--input", _folder.File("x.tsv"), "--output", _folder.File("y.tsv"));
    }

    private string[] Answers() => File.ReadAllLines(_folder.File("y.tsv"));
}
