using Tests.Support;

namespace Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("train", "--help")]
    [InlineData("classify", "--help")]
    [InlineData("index", "--help")]
    [InlineData("ask", "--help")]
    public async Task Help_goes_to_standard_output(params string[] arguments)
    {
        BotProgram.Result result = await BotProgram.RunAsync(arguments);

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("Usage:");
        result.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tran")]
    [InlineData("train")]
    [InlineData("train", "--input", "a.tsv")]
    [InlineData("train", "--input", "a.tsv", "--corpus", "b", "--model", "m")]
    [InlineData("train", "--corpus", "b", "--model", "m", "--validate", "v")]
    [InlineData("train", "--input", "a.tsv", "--model", "m", "--corrections", "c.tsv")]
    [InlineData("train", "--corpus", "b", "--model", "m", "--regression", "r")]
    [InlineData("train", "--input", "a.tsv", "--model", "m", "--unknown")]
    [InlineData("classify", "--model", "m")]
    [InlineData("classify", "--model", "m", "--input")]
    [InlineData("index", "--documents", "d")]
    [InlineData("ask", "--store", "s")]
    [InlineData("ask", "--store", "s", "--input", "q", "and a question")]
    [InlineData("ask", "--store", "s", "--at", "tomorrow", "question")]
    public async Task Wrong_usage_is_one_line_and_exit_1(params string[] arguments)
    {
        BotProgram.Result result = await BotProgram.RunAsync(arguments);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldBeEmpty();
        result.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("--help");
    }
}
