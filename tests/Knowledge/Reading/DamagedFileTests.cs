using System.Text;
using Knowledge;
using Knowledge.Reading;
using Tests.Sheets;

namespace Tests.Knowledge.Reading;

/// <summary>Whatever is broken is read or refused, never thrown, and never read for ever.</summary>
public sealed class DamagedFileTests
{
    private const string Html = "<!doctype html><html><body><h1>题</h1><ul><li>项<table><tr><td colspan=2>格</td><td>二</td></tr></table></ul><b><p>字</body></html>";

    public static TheoryData<string> Kinds => ["a.docx", "a.xlsx", "a.xls", "a.html", "a.csv", "a.md", "a.txt"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Random_damage_is_no_exception(string file)
    {
        Random random = new(file.Sum(sign => sign));
        byte[] good = Sample(file);
        for (int i = 0; i < 300; i++) { Try(file, Mutate(good, random, first: i % 3 == 0 ? 0 : 8)); }
    }

    /// <summary>Damage inside the parts, past the checksums of the archive.</summary>
    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/styles.xml")]
    [InlineData("word/numbering.xml")]
    [InlineData("[Content_Types].xml")]
    [InlineData("word/_rels/document.xml.rels")]
    public void Damaged_parts_are_no_exception(string part)
    {
        Random random = new(part.Length);
        byte[] good = Sample("a.docx");
        string content = Part(good, part);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = Mutate(Encoding.UTF8.GetBytes(content), random, first: 0);
            Try("a.docx", WordFiles.With(good, part, Encoding.Latin1.GetString(damaged)));
        }
    }

    [Fact]
    public void Damaged_PDF_is_no_exception()
    {
        Assert.SkipUnless(FileReader.ReadsPdf, "pdftotext is not installed");
        Random random = new(7);
        byte[] good = PdfFiles.Lines("尊老金发放办法", "第一条 年满八十周岁的老人可以领。");
        for (int i = 0; i < 40; i++) { Try("a.pdf", Mutate(good, random, first: 8)); }
    }

    private static void Try(string file, byte[] bytes)
    {
        ReadResult read = Files.Read(file, bytes);
        (read.Document is null).ShouldBe(read.Problem is not null);
        if (read.Document is { } document) { new HeadingChunker().Cut(document).ShouldAllBe(chunk => chunk.Text.Length > 0); }
    }

    private static byte[] Mutate(byte[] good, Random random, int first)
    {
        byte[] bytes = [.. good];
        for (int hit = random.Next(1, 12); hit > 0; hit--)
        {
            int at = random.Next(Math.Min(first, bytes.Length - 1), bytes.Length);
            bytes[at] = random.Next(4) == 0 ? bytes[random.Next(bytes.Length)] : (byte)random.Next(256);
        }
        return random.Next(3) == 0 ? bytes[..random.Next(1, bytes.Length + 1)] : bytes;
    }

    private static byte[] Sample(string file) => file switch
    {
        "a.docx" => WordFiles.Of(WordFiles.Text("办法", "a3"), WordFiles.Text("总则", "1"), WordFiles.Item("条", 3), WordFiles.Table(["问题", "答案"], ["几点", "九点"])),
        "a.xlsx" => Workbooks.Xlsx($"<row r=\"1\">{Workbooks.Cell("A1", "项目")}{Workbooks.Cell("B1", "标准")}</row><row r=\"2\">{Workbooks.Cell("A2", "停车")}{Workbooks.Cell("B2", "150")}</row>"),
        "a.xls" => Workbooks.OldXls((0, 0, "A1"u8.ToArray()), (0, 1, "B1"u8.ToArray()), (2, 1, "B3"u8.ToArray())),
        "a.html" => Encoding.UTF8.GetBytes(Html),
        "a.csv" => Encoding.UTF8.GetBytes("问题,相似问题,\"答案\"\n几点开门,\"什么时候\n开\",九点\n"),
        _ => Encoding.UTF8.GetBytes("---\ntitle: 办法\neffective: 2026-03-01\n---\n# 题\n\n<!-- 停用 -->\n\n第一条 字。\n"),
    };

    private static string Part(byte[] file, string name)
    {
        using System.IO.Compression.ZipArchive archive = new(new MemoryStream(file));
        using StreamReader reader = new(archive.GetEntry(name).ShouldNotBeNull().Open());
        return reader.ReadToEnd();
    }
}
