using System.Text.RegularExpressions;
using Tests.Support;

namespace Tests.Architecture;

public sealed partial class DecisionRecordTests
{
    private const int OnePage = 60;

    [Fact]
    public void Every_record_has_its_parts_and_names_tests_that_exist()
    {
        string[] records = [.. Directory.EnumerateFiles(Repository.File(".github", "decisions")).Order(StringComparer.Ordinal)];

        records.ShouldNotBeEmpty();
        foreach (string record in records)
        {
            string text = File.ReadAllText(record);
            Path.GetFileName(record).ShouldMatch(@"^\d{4}-[a-z0-9-]+\.md$");
            Parts().Matches(text).Select(part => part.Value).ShouldBe(["# ", "## Context", "## Decision", "## Consequences", "**Validation:**"], record);
            text.Split('\n').Length.ShouldBeLessThanOrEqualTo(OnePage, record);
            Tests(text).ShouldNotBeEmpty(record);
            Tests(text).Where(test => !Exists(test)).ShouldBeEmpty(record);
        }
    }

    private static string[] Tests(string text) =>
        [.. Quoted().Matches(text[text.IndexOf("**Validation:**", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value)];

    private static bool Exists(string test) => test.Split('.') is [var type, var method]
        && typeof(DecisionRecordTests).Assembly.GetTypes().Any(known => known.Name == type && known.GetMethod(method) is not null);

    [GeneratedRegex(@"^(# (?=\d{4} )|## (Context|Decision|Consequences)$|\*\*Validation:\*\*)", RegexOptions.Multiline)]
    private static partial Regex Parts();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
