using Tests.Support;

namespace Tests.Architecture;

public sealed class SizeTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 50;
    private const int LongestProgram = 70;

    [Fact]
    public void No_file_is_too_long() =>
        SourceFiles.All.Select(path => (Path: path, Lines: File.ReadLines(Repository.File(path)).Count()))
            .Where(file => file.Lines > LongestFile).ShouldBeEmpty();

    [Theory]
    [InlineData("bot.dll")]
    [InlineData("Knowledge.dll")]
    [InlineData("Tests.dll")]
    public void No_method_is_too_long(string assembly)
    {
        IReadOnlyList<MethodLength> methods = MethodLengths.In(Path.Combine(AppContext.BaseDirectory, assembly));

        methods.Count(method => method.Lines > 1).ShouldBeGreaterThan(1, "The debug information tells nothing.");
        methods.Where(method => method.Lines > LongestMethod).ShouldBeEmpty();
    }

    [Fact]
    public void The_composition_root_is_short() =>
        File.ReadLines(Repository.File("bot", "Program.cs")).Count().ShouldBeLessThanOrEqualTo(LongestProgram);
}
