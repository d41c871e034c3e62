using System.Text;
using Bot.Sheets;

namespace Tests.Sheets;

public sealed class HostileSheetTests
{
    private static readonly byte[] Zeros = new byte[40 * 1024 * 1024];

    [Fact]
    public void ABombIsNotOpened() =>
        Refused(Workbooks.Xlsx("", more: ("xl/media/image1.bin", Zeros))).ShouldContain("展开后太大");

    [Fact]
    public void ABombThatLiesAboutItsSizeIsNotUnpacked()
    {
        byte[] file = Workbooks.Xlsx("", more: ("xl/media/image1.bin", Zeros));
        byte[] real = BitConverter.GetBytes(Zeros.Length);
        byte[] small = BitConverter.GetBytes(10);
        for (int at = file.AsSpan().IndexOf(real); at >= 0; at = file.AsSpan().IndexOf(real)) { small.CopyTo(file, at); }
        long before = GC.GetTotalAllocatedBytes();
        SheetReader.Read(file).Rows.ShouldBeEmpty();
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(20 * 1024 * 1024);
    }

    [Fact]
    public void ALongTextInManyCellsIsNotCopied()
    {
        string words = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"第{i * 7919 % 100_003}条"));
        string cells = string.Concat("ABCDEFGHIJKLMNOPQRST".Select(column => Workbooks.Cell($"{column}1", words)));
        byte[] file = Workbooks.Xlsx($"<row r=\"1\">{cells}</row>");
        long before = GC.GetTotalAllocatedBytes();
        Refused(file).ShouldContain("个字");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(60 * 1024 * 1024);
    }

    [Fact]
    public void TooManyPartsAreNotOpened() =>
        Refused(Workbooks.Xlsx("", more: [.. Enumerable.Range(0, 600).Select(i => ($"xl/p{i}.xml", Array.Empty<byte>()))])).ShouldContain("展开后太大");

    [Theory]
    [InlineData("XFD1", "太宽")]
    [InlineData("A1048576", "太长")]
    public void AFarAwayCellIsRefusedAtOnce(string cell, string why)
    {
        string row = $"<row r=\"{cell.TrimStart("XFDA".ToCharArray())}\">{Workbooks.Cell(cell, "远")}</row>";
        long before = GC.GetTotalAllocatedBytes();
        Refused(Workbooks.Xlsx(row)).ShouldContain(why);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(20 * 1024 * 1024);
    }

    [Fact]
    public void ADimensionThatLiesChangesNothing()
    {
        byte[] file = Workbooks.Xlsx($"<row r=\"1\">{Workbooks.Cell("A1", "近")}</row>", dimension: "<dimension ref=\"A1:XFD1048576\"/>");
        SheetReading read = SheetReader.Read(file);
        (read.Problem?.Contains('太') ?? read.Rows.Single()[0] == "近").ShouldBeTrue();
    }

    [Fact]
    public void AnImpossibleRowNumberIsRefused() =>
        Refused(Workbooks.Xlsx($"<row r=\"2147483646\">{Workbooks.Cell("A2147483646", "远")}</row>"));

    [Fact]
    public void NoEntityIsResolved()
    {
        string secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret");
        string entity = $"<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file://{secret}\">]>";
        SheetReading read = SheetReader.Read(Workbooks.Xlsx($"<row r=\"1\">{Workbooks.Cell("A1", "&x;")}</row>", prolog: entity));
        File.Delete(secret);
        read.Problem.ShouldNotBeNull();
        read.Sheets.ShouldBeEmpty();
    }

    [Fact]
    public void ElementsInsideOneAnotherHaveAnEnd()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Refused(Workbooks.Xlsx("", more: ("xl/styles.xml", Encoding.UTF8.GetBytes(new string(' ', 200) + deep)))).ShouldContain("不是 Excel 表格");
    }

    [Fact]
    public void ALongCellIsRefusedWithItsRow() =>
        Refused(Workbooks.Xlsx($"<row r=\"3\">{Workbooks.Cell("A3", new string('字', 3000))}</row>")).ShouldContain("第 3 行");

    [Fact]
    public void TooManyRowsAreRefused() =>
        Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("一,二\n", 20_001)))).ShouldContain("太长");

    [Fact]
    public void TooLargeAFileIsRefused() => Refused(new byte[6 * 1024 * 1024]).ShouldContain("5 兆");

    [Fact]
    public void WhatIsNoTableIsNamed()
    {
        Refused([]).ShouldBe("文件是空的。");
        Refused([0x89, 0x50, 0x4E, 0x47, 0, 1]).ShouldContain("不是表格");
        Refused("<html><table><tr><td>1"u8.ToArray()).ShouldContain("网页");
        Refused(Workbooks.Zip([("word/document.xml", "<a/>"u8.ToArray())])).ShouldContain("不是 Excel 表格");
    }

    /// <summary>Whatever is broken is refused or read, never thrown.</summary>
    [Fact]
    public void DamageNeverThrows()
    {
        Random random = new(20);
        byte[][] good =
        [
            Workbooks.Xlsx($"<row r=\"1\">{Workbooks.Cell("A1", "楼号")}</row>"),
            Workbooks.OldXls((0, 0, "A1"u8.ToArray()), (2, 1, "B3"u8.ToArray())),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]],
            "楼号,\"单元\n36号楼,3"u8.ToArray(),
        ];
        for (int i = 0; i < 600; i++)
        {
            byte[] bytes = [.. good[i % good.Length]];
            for (int hit = random.Next(1, 8); hit > 0; hit--) { bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256); }
            SheetReading read = SheetReader.Read(bytes[..random.Next(9, bytes.Length + 1)]);
            if (read.Problem is { } problem) { problem.ShouldEndWith("。"); }
        }
    }

    private static string Refused(byte[] file) => SheetReader.Read(file).Problem.ShouldNotBeNull();
}
