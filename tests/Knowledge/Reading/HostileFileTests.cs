using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Knowledge;
using Knowledge.Reading;
using Tests.Sheets;

namespace Tests.Knowledge.Reading;

/// <summary>Files made to hurt: refused with their reason, in little time and memory.</summary>
public sealed class HostileFileTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly byte[] Zeros = new byte[100 * 1024 * 1024];
    private static readonly byte[] Good = WordFiles.Of(WordFiles.Text("正文在这里。"));

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        Files.Refused("a.xlsx", Workbooks.Xlsx("", more: ("xl/media/a.bin", Zeros))).ShouldBe(ReadFault.TooMuchInside);
        Files.Refused("a.docx", Workbooks.Zip([("word/document.xml", Zeros)])).ShouldBe(ReadFault.TooMuchInside);
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_not_unpacked()
    {
        byte[] file = Workbooks.Zip([("word/document.xml", Zeros)]);
        byte[] real = BitConverter.GetBytes(Zeros.Length);
        for (int at = file.AsSpan().IndexOf(real); at >= 0; at = file.AsSpan().IndexOf(real)) { BitConverter.GetBytes(10).CopyTo(file, at); }

        Spent(() => Files.Refused("a.docx", file)).ShouldBeLessThan(20 * 1024 * 1024);
    }

    [Fact]
    public void Many_small_parts_are_counted_together()
    {
        ReadLimits limits = new() { UnpackedBytes = 100_000, Parts = 50 };
        Files.Refused("a.docx", WordFiles.With(Good, "word/media/a.bin", new string('x', 100_000)), limits).ShouldBe(ReadFault.TooMuchInside);
        Files.Refused("a.docx", Workbooks.Zip([("word/document.xml", []), .. Enumerable.Range(0, 60).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))]), limits)
            .ShouldBe(ReadFault.TooMuchInside);
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&x;")]
    [InlineData("<!DOCTYPE w SYSTEM \"http://127.0.0.1/x.dtd\">", "字")]
    public void No_document_type_is_read(string type, string text)
    {
        string content = $"<?xml version=\"1.0\"?>{type}<w:document xmlns:w=\"{Word}\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>";
        Files.Refused("a.docx", WordFiles.With(Good, "word/document.xml", content)).ShouldBe(ReadFault.Entities);
        Files.Refused("a.xlsx", Workbooks.Xlsx("", prolog: type)).ShouldBe(ReadFault.Entities);
    }

    [Fact]
    public void Elements_inside_one_another_have_an_end()
    {
        string open = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000));
        Files.Refused("a.docx", WordFiles.With(Good, "word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{open}")).ShouldBe(ReadFault.TooDeep);
        foreach (int blanks in (int[])[64, 10_000, 100_000])
        {
            Files.Refused("a.docx", WordFiles.With(Good, "word/document.xml", $"{new string(' ', blanks)}<w:document xmlns:w=\"{Word}\"><w:body>{open}"))
                .ShouldBe(blanks > 64 * 1024 ? ReadFault.Damaged : ReadFault.TooDeep);
        }
        string html = string.Concat(Enumerable.Repeat("<div>", 900));
        Files.Good("a.html", $"<html>{html}深处").Body.ShouldBe("深处\n");
    }

    [Fact]
    public void Pages_made_to_grow_are_refused()
    {
        Quick(() => Files.Refused("a.html", Encoding.UTF8.GetBytes(
            "<html>" + string.Concat(Enumerable.Range(0, 900).Select(i => $"<b a={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 300_000))))).ShouldBe(ReadFault.TooComplex);
        Quick(() => Files.Refused("a.html", Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 200_000))))).ShouldBe(ReadFault.TooComplex);
        Quick(() => Files.Refused("a.html", Encoding.UTF8.GetBytes($"<html><p {string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i} "))}>字"))).ShouldBe(ReadFault.TooComplex);
        Quick(() => Files.Refused("a.html", Encoding.UTF8.GetBytes("<html><table>" + string.Concat(Enumerable.Repeat("<tr><td rowspan=20000 colspan=200>字", 20_000))))).ShouldBe(ReadFault.TooManyColumns);
    }

    [Fact]
    public void Cells_merged_over_one_another_are_refused()
    {
        string merges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:GR220000\"/>", 5_000));
        string rows = $"<row r=\"1\">{Workbooks.Cell("A1", "字")}</row><row r=\"220000\">{Workbooks.Cell("GR220000", "远")}</row>";
        Quick(() => Files.Refused("a.xlsx", Merged(rows, merges))).ShouldBe(ReadFault.TooComplex);
        Files.Good("a.xlsx", Merged(
            $"<row r=\"1\">{Workbooks.Cell("A1", "项目")}{Workbooks.Cell("B1", "标准")}</row><row r=\"2\">{Workbooks.Cell("A2", "停车")}{Workbooks.Cell("B2", "150")}</row><row r=\"3\">{Workbooks.Cell("B3", "200")}</row>",
            "<mergeCell ref=\"A2:A3\"/>")).Body.ShouldContain("| 停车 | 200 |");
    }

    [Fact]
    public void A_long_text_that_is_used_again_and_again_is_read_once()
    {
        string blank = new(' ', 900_000);
        Files.Refused("a.xlsx", Workbooks.Xlsx($"<row r=\"1\">{Workbooks.Cell("A1", "字" + blank + "字").Replace("<t>", "<t xml:space=\"preserve\">")}</row>"))
            .ShouldBe(ReadFault.TooLongCell);
        Quick(() => Read("a.html", $"<table><tr><td>项目<td>标准<tr><td>停车<td>{string.Concat(Enumerable.Repeat("<br>", 140_000))}150</table>")).ShouldBe("| 项目 | 标准 |\n| --- | --- |\n| 停车 | 150 |\n");
        Quick(() => Read("a.docx", Numbered(new string('1', 900_000), 4_000))).ShouldStartWith("条文。");
        Quick(() => Read("a.docx", Noted(blank + new string('注', 60), 15_000))).ShouldBe(ReadFault.TooLong.ToString());
    }

    [Fact]
    public void What_takes_too_long_is_given_up() =>
        Files.Refused("a.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"一{new string(',', 24)}二\n", 20_000))), new ReadLimits { Time = TimeSpan.FromTicks(1) })
            .ShouldBe(ReadFault.TooSlow);

    [Theory]
    [InlineData("XFD1", ReadFault.TooManyColumns)]
    [InlineData("A1048576", ReadFault.TooManyRows)]
    public void A_far_away_cell_is_refused_at_once(string cell, ReadFault fault) => Spent(() => Files.Refused(
        "a.xlsx", Workbooks.Xlsx($"<row r=\"{cell.TrimStart("XFDA".ToCharArray())}\">{Workbooks.Cell(cell, "远")}</row>")).ShouldBe(fault)).ShouldBeLessThan(40 * 1024 * 1024);

    [Fact]
    public void Tables_have_limits()
    {
        Files.Refused("a.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("一,二\n", 20_001)))).ShouldBe(ReadFault.TooManyRows);
        Files.Refused("a.csv", Encoding.UTF8.GetBytes(new string(',', 300) + "一\n")).ShouldBe(ReadFault.TooManyColumns);
        Files.Refused("a.csv", Encoding.UTF8.GetBytes($"一,二\n{new string('字', 10_001)},三\n")).ShouldBe(ReadFault.TooLongCell);
        Files.Refused("a.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("一,二,三\n", 100))), new ReadLimits { Cells = 200 }).ShouldBe(ReadFault.TooManyRows);
        Files.Refused("a.docx", WordFiles.Of(WordFiles.Table([.. Enumerable.Repeat(new string('字', 3), 201)]))).ShouldBe(ReadFault.TooManyColumns);
        Files.Refused("a.csv", Encoding.UTF8.GetBytes("问题,答案\n" + string.Concat(Enumerable.Range(0, 6_000).Select(i => $"问{i},答\n")))).ShouldBe(ReadFault.TooManyHeadings);
    }

    [Fact]
    public void Bytes_have_limits()
    {
        Files.Refused("a.pdf", new byte[ReadLimits.Usual.Bytes + 1]).ShouldBe(ReadFault.TooLarge);
        Files.Refused("a.txt", Encoding.ASCII.GetBytes(new string('x', ReadLimits.Usual.TextBytes + 1))).ShouldBe(ReadFault.TooLarge);
        Files.Refused("a.docx", Good, new ReadLimits { Characters = 3 }).ShouldBe(ReadFault.TooLong);
    }

    [Fact]
    public void Two_parts_of_one_name_are_refused()
    {
        byte[] part = Encoding.UTF8.GetBytes("<a/>");
        Files.Refused("a.docx", Workbooks.Zip([("word/document.xml", part), ("WORD/document.xml", part)])).ShouldBe(ReadFault.Damaged);
        Files.Refused("a.docx", Workbooks.Zip([("word/document.xml", part), ("../../word/document.xml", part)])).ShouldBe(ReadFault.Damaged);
    }

    [Fact]
    public void Locked_files_are_told()
    {
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]];
        Files.Refused("a.docx", container).ShouldBe(ReadFault.Password);
    }

    [Fact]
    public void A_name_that_lies_is_told_and_the_bytes_decide()
    {
        Files.Read("a.pdf", Good).Notes.ShouldContain(new ReadNote(ReadNoteKind.OtherKind, 1, nameof(FileKind.Word)));
        Files.Read("a.docx", "只是文字。").Notes.ShouldContain(new ReadNote(ReadNoteKind.OtherKind, 1, nameof(FileKind.Text)));
    }

    private static long Spent(Action read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Merged(string rows, string merges) => Workbooks.Xlsx(rows + $"</sheetData><mergeCells>{merges}</mergeCells><sheetData>");

    private static byte[] Numbered(string pattern, int times) => WordFiles.With(
        WordFiles.Of([.. Enumerable.Range(0, times).Select(_ => WordFiles.Item("条文。", list: 3))]),
        "word/numbering.xml",
        $"<w:numbering xmlns:w=\"{Word}\"><w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"{pattern}\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>");

    private static byte[] Noted(string note, int times) => WordFiles.Of(
        main => main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(WordFiles.Text(note)) { Id = 7 }),
        new Paragraph(Enumerable.Range(0, times).Select(_ => new Run(new FootnoteReference { Id = 7 }))));

    private static string Read(string file, string text) => Read(file, Encoding.UTF8.GetBytes(text));

    private static string Read(string file, byte[] bytes)
    {
        ReadResult read = Files.Read(file, bytes);
        return read.Document?.Body ?? read.Fault.ToString()!;
    }

    private static T Quick<T>(Func<T> read)
    {
        Stopwatch watch = Stopwatch.StartNew();
        T fault = read();
        // far above what it takes on a busy machine, far below what it took without the limits
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        return fault;
    }
}
