using System.Text;
using Knowledge;
using Knowledge.Reading;
using Tests.Knowledge.Reading;
using Tests.Support;

namespace Tests.Knowledge;

/// <summary>What somebody may upload: read or refused with a reason, never an exception, never for long.</summary>
public sealed class HostileDocumentTests
{
    public static TheoryData<string, string> Texts() => new()
    {
        { "nested quotes", new string('>', 100_000) + " 你好" },
        { "nested lists", string.Concat(Enumerable.Range(0, 1300).Select(i => new string(' ', i) + "- 项\n")) },
        { "open brackets", new string('[', 500_000) + "字" },
        { "emphasis never closed", string.Concat(Enumerable.Repeat("*a **b ", 100_000)) + "字" },
        { "links never closed", string.Concat(Enumerable.Repeat("[a](", 200_000)) + "字" },
        { "one line", new string('字', 600_000) },
        { "one line of clauses", string.Concat(Enumerable.Repeat("甲乙丙丁，", 100_000)) },
        { "one long row", new string('|', 500_000) + "字" },
        { "rare characters", string.Concat(Enumerable.Repeat("𠮷", 300_000)) },
        { "a fence never closed", "```\n# 不是标题\n字" },
        { "a long header", "---\na: " + new string('[', 100_000) + "\n---\n字" },
        { "a nested header", "---\na: " + new string('[', 8_000) + "\n---\n字" },
        { "a header of aliases", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n字" },
        { "a header never closed", "---\ntitle: 甲\n字" },
        { "control characters", "\u0001\u0002字\u200b\u202e" },
        { "comments never closed", string.Concat(Enumerable.Repeat("<!--", 200_000)) + "字" },
        { "comments on one line", string.Concat(Enumerable.Repeat("<!---->", 200_000)) + "字" },
        { "comments among blanks", string.Concat(Enumerable.Repeat("  <!-- 分开 -->  ", 100_000)) + "字" },
        { "thousands of marks", string.Concat(Enumerable.Repeat("字\n<!-- 分开 -->\n", 50_000)) },
        { "thousands of clauses", string.Concat(Enumerable.Repeat("第一条 字\n", 50_000)) },
        { "thousands of items", string.Concat(Enumerable.Repeat("（一）字\n", 50_000)) },
        { "numbers never ended", string.Concat(Enumerable.Repeat("第一一一一一一\n", 50_000)) },
        { "thousands of headings", string.Concat(Enumerable.Repeat("# 题\n", 20_000)) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_is_read_or_refused(string what, string text)
    {
        ReadResult read = Files.Read("upload.md", Encoding.UTF8.GetBytes(text));

        (read.Document is null).ShouldBe(read.Problem is not null, what);
        if (read.Document is { } document)
        {
            using TempFolder folder = new();
            using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path);
            knowledge.Put(document);
            new HeadingChunker().Cut(document).ShouldAllBe(chunk => chunk.Text.Length <= 801 && document.Text.Contains(chunk.Text));
            knowledge.Ask("甲乙丙丁，字字字？", new DateOnly(2026, 1, 1)).Documents.Count.ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x00, 0x46, 0x00, 0x01 }, "no kind that is read")]
    [InlineData(new byte[] { 0x61, 0x0A, 0xCB, 0xAE, 0xFF, 0xFF }, "save it as UTF-8")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x20, 0x0A }, "no text")]
    [InlineData(new byte[0], "is empty")]
    public void What_is_no_text_is_refused_with_its_cure(byte[] bytes, string problem) =>
        Files.Read("upload.md", bytes).Problem.ShouldNotBeNull().ShouldContain(problem);

    [Fact]
    public void What_is_too_large_is_refused() =>
        Files.Read("upload.md", new string('x', ReadLimits.Usual.TextBytes + 1)).Problem.ShouldNotBeNull().ShouldContain("too large");
}
