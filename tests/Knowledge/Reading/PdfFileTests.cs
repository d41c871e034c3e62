using System.Diagnostics;
using System.Text;
using Knowledge;
using Knowledge.Reading;
using Knowledge.Reading.Pdf;
using Tests.Support;

namespace Tests.Knowledge.Reading;

public sealed class PdfFileTests
{
    public PdfFileTests() => Assert.SkipUnless(FileReader.ReadsPdf, "pdftotext is not installed");

    [Fact]
    public void Lines_become_paragraphs_headings_and_clauses()
    {
        Document read = Files.Good("a.pdf", PdfFiles.Lines(
            "尊老金发放办法", "第一章 总则", "第一条 年满八十周岁的老人可以按月领取尊老金，领取的标准", "由区里每年公布一次。", "第二条 到社区三号窗口办理。", "- 1 -"));

        read.Header.Title.ShouldBe("尊老金发放办法");
        read.Body.ShouldBe("""
            ## 第一章 总则

            第一条 年满八十周岁的老人可以按月领取尊老金，领取的标准由区里每年公布一次。

            第二条 到社区三号窗口办理。

            """);
    }

    [Fact]
    public void Columns_become_a_table()
    {
        (int, int, string)[] page =
        [
            (72, 72, "收费标准表"), (72, 110, "项目"), (250, 110, "标准"), (400, 110, "周期"),
            (72, 130, "物业费"), (250, 130, "一元二角"), (400, 130, "每月"), (72, 150, "停车"), (250, 150, "一百五十元"), (400, 150, "每月"),
        ];
        Files.Good("a.pdf", PdfFiles.Of(page)).Body.ShouldBe("""
            | 项目 | 标准 | 周期 |
            | --- | --- | --- |
            | 物业费 | 一元二角 | 每月 |
            | 停车 | 一百五十元 | 每月 |

            """);
    }

    [Fact]
    public void Columns_that_nearly_touch_become_a_table_where_rows_agree()
    {
        Transcript transcript = new(ReadLimits.Usual);
        PdfText.Read("""
            第三条 各室开放时间如下：
             名称       开放时间          地点    每次最多
            乒乓球室 每天8:00到20:00    服务中心二楼东侧 8人
            舞蹈室 周一到周五18:30到20:30 服务中心三楼 30人
            书画室 周六、周日9:00到16:00 服务中心二楼西侧 12人
            第五条 使用活动室应当爱护设施，损坏的照价赔偿；禁止吸烟、赌博和其他行为。
              离开时请关灯、关窗、关空调。
              垃圾请分类带走。
            """.ReplaceLineEndings("\n"), transcript);
        transcript.Body.ShouldBe("""
            第三条 各室开放时间如下：

            | 名称 | 开放时间 | 地点 | 每次最多 |
            | --- | --- | --- | --- |
            | 乒乓球室 | 每天8:00到20:00 | 服务中心二楼东侧 | 8人 |
            | 舞蹈室 | 周一到周五18:30到20:30 | 服务中心三楼 | 30人 |
            | 书画室 | 周六、周日9:00到16:00 | 服务中心二楼西侧 | 12人 |

            第五条 使用活动室应当爱护设施，损坏的照价赔偿；禁止吸烟、赌博和其他行为。

            离开时请关灯、关窗、关空调。

            垃圾请分类带走。

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_stands_on_every_page_is_left_out()
    {
        byte[] file = PdfFiles.Of([.. Enumerable.Range(1, 4).Select(i => new (int, int, string)[]
            { (72, 40, "东篱街道办事处文件"), (72, 100, $"第{i}条 这是这一页上的规定。"), (280, 800, $"第 {i} 页 共 4 页") })]);
        Files.Good("a.pdf", file).Body.ShouldBe("第1条 这是这一页上的规定。\n\n第2条 这是这一页上的规定。\n\n第3条 这是这一页上的规定。\n\n第4条 这是这一页上的规定。\n");
    }

    [Fact]
    public void A_scan_is_told_and_pages_without_text_among_others_too()
    {
        Files.Refused("a.pdf", PdfFiles.Of([], [])).ShouldBe(ReadFault.Scan);
        Files.Read("a.pdf", PdfFiles.Of([(72, 72, "第一页有字，不是扫描件。")], [], [])).Notes.ShouldHaveSingleItem()
            .ShouldBe(new ReadNote(ReadNoteKind.EmptyPages, 2, "2、3"));
    }

    [Fact]
    public void What_is_broken_or_too_long_is_refused()
    {
        Files.Refused("a.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\nnothing follows")).ShouldBe(ReadFault.Damaged);
        Files.Refused("a.pdf", PdfFiles.Lines([.. Enumerable.Repeat("很长很长的一行字", 30)]), new ReadLimits { Characters = 100 }).ShouldBe(ReadFault.TooLong);
    }

    [Fact]
    public void Without_the_program_the_cure_is_named()
    {
        using TempFolder empty = new();
        Should.Throw<ReadException>(() => PdfProgram.Run([], ReadLimits.Usual, empty.Path, TestContext.Current.CancellationToken)).Fault.ShouldBe(ReadFault.NoPdfProgram);
    }

    [Fact]
    public void A_program_that_does_not_end_is_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the stand-in is a shell script");
        using TempFolder folder = new();
        string program = folder.File("pdftotext");
        File.WriteAllText(program, "#!/bin/sh\nwhile :; do :; done\n");
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); }
        Stopwatch watch = Stopwatch.StartNew();

        Should.Throw<ReadException>(() => PdfProgram.Run(new byte[1_000_000], new ReadLimits { Time = TimeSpan.FromSeconds(1) }, folder.Path, TestContext.Current.CancellationToken))
            .Fault.ShouldBe(ReadFault.TooSlow);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
