using System.IO.Compression;
using System.Text;
using Bot.Sheets;

namespace Tests.Sheets;

public sealed class SheetWriterTests
{
    private static readonly SheetColumn[] Columns = [new("编号", 8), new("事情", 30), new("电话", 14, IsText: true), new("承诺"), new("办结"), new("解决率")];

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        byte[] file = Write(new Sheet("工单", Columns,
            [[327, "电梯异响", "013812345678", new DateTime(2026, 11, 21, 17, 0, 0), new DateOnly(2026, 11, 22), Cell.Percent(0.92)], [Cell.Empty, (string?)null]]));
        SheetReading read = SheetReader.Read(file);
        read.Problem.ShouldBeNull();
        read.Sheets.ShouldHaveSingleItem().Name.ShouldBe("工单");
        read.Rows.Select(row => string.Join('|', row.Cells)).ShouldBe(
            ["编号|事情|电话|承诺|办结|解决率", "327|电梯异响|013812345678|2026-11-21 17:00|2026-11-22|0.92"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+8613812345678")]
    [InlineData("-1层有水")]
    [InlineData("@36-1-502 您好")]
    [InlineData("\t=1")]
    [InlineData("  =1")]
    [InlineData("＝HYPERLINK(\"http://x\")")]
    public void NoCellIsAFormulaAndTheWordsComeBack(string words)
    {
        byte[] file = Write(new Sheet("表", [new SheetColumn("话")], [[words]]));
        Part(file, "sheet").ShouldContain($">'{words.Replace("\"", "&quot;", StringComparison.Ordinal)}<".Replace("&quot;", "\"", StringComparison.Ordinal));
        Part(file, "sheet").ShouldNotContain("<x:f");
        SheetReader.Read(file).Rows[1][0].ShouldBe(words.Trim());
    }

    [Fact]
    public void HeadingIsFrozenAndSheetsAreNamedSafely()
    {
        byte[] file = Write(new Sheet("一/二[三]:*?", Columns, []), new Sheet(new string('长', 40), Columns, []), new Sheet("", Columns, []));
        Part(file, "sheet").ShouldContain("frozen");
        SheetReader.Read(file).Sheets.Select(sheet => sheet.Name).ShouldBe(["一二三", new string('长', 31), "表3"]);
    }

    [Fact]
    public void SignsAFileCannotHoldAreLeftOut()
    {
        byte[] file = Write(new Sheet("表", [new SheetColumn("话")], [["一\u0001二\uD800三😀"], [new string('字', 40_000)]]));
        SheetReading read = SheetReader.Read(file, new SheetLimits { CellLength = 40_000 });
        read.Rows[1][0].ShouldBe("一二三😀");
        read.Rows[2][0].Length.ShouldBeLessThan(32_768);
    }

    private static byte[] Write(params Sheet[] sheets)
    {
        using MemoryStream stream = new();
        SheetWriter.Write(stream, sheets);
        return stream.ToArray();
    }

    private static string Part(byte[] file, string name)
    {
        using ZipArchive archive = new(new MemoryStream(file));
        using StreamReader reader = new(archive.Entries.First(entry => entry.FullName.Contains($"worksheets/{name}", StringComparison.Ordinal)).Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
