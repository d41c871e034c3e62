using System.Diagnostics;
using System.Text;
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

    private static ReadFault Quick(Func<ReadFault> read)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ReadFault fault = read();
        // far above what it takes on a busy machine, far below what it took without the limits
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        return fault;
    }
}
