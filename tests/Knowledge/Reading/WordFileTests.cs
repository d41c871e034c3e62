using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Knowledge;
using Knowledge.Reading;
using static Tests.Knowledge.Reading.WordFiles;

namespace Tests.Knowledge.Reading;

public sealed class WordFileTests
{
    [Fact]
    public void Headings_lists_and_tables_keep_their_meaning()
    {
        global::Knowledge.Document read = Files.Good("a.docx", WordFiles.Of(
            Text("尊老金办理指南", "a3"), Text("第一章 总则", "1"), Text("为了方便老人，写这份指南。"), Text("要带的材料", "2"),
            Item("身份证", 1), Item("户口本", 1), Item("复印件也行", 1, level: 1), Text("步骤："), Item("到窗口取号", 2), Item("交材料", 2),
            WordFiles.Table(["年龄", "每月"], ["80岁", "50元"], ["90岁|以上", "100元\n可代领"])));

        read.Header.Title.ShouldBe("尊老金办理指南");
        read.Body.ShouldBe("""
            # 第一章 总则

            为了方便老人，写这份指南。

            ## 要带的材料

            - 身份证
            - 户口本
              - 复印件也行

            步骤：

            1. 到窗口取号
            2. 交材料

            | 年龄 | 每月 |
            | --- | --- |
            | 80岁 | 50元 |
            | 90岁｜以上 | 100元；可代领 |

            """);
    }

    [Fact]
    public void Clauses_get_the_numbers_that_Word_counts()
    {
        List<Paragraph> clauses = [.. Enumerable.Range(1, 11).Select(i => Item($"内容{i}。", 3))];
        clauses.Insert(1, Item("分项。", 3, level: 1));
        clauses.Insert(2, Item("分项。", 3, level: 1));

        string body = Files.Good("a.docx", WordFiles.Of([.. clauses])).Body;

        body.ShouldStartWith("第一条 内容1。\n\n（一）分项。\n\n（二）分项。\n\n第二条 内容2。");
        body.ShouldContain("第十条 内容10。\n\n第十一条 内容11。");
    }

    [Fact]
    public void A_table_of_questions_becomes_questions_with_their_other_ways()
    {
        string body = Files.Good("常见问题.docx", WordFiles.Of(WordFiles.Table(
            ["序号", "问题", "相似问题", "答案"], ["1", "尊老金几岁能领？", "高龄津贴几岁；老人补贴什么时候开始", "满80周岁可以领。"]))).Body;

        body.ShouldBe("### 尊老金几岁能领？\n\n<!-- 也这样问：高龄津贴几岁｜老人补贴什么时候开始 -->\n\n满80周岁可以领。\n");
    }

    [Fact]
    public void What_was_deleted_or_hidden_is_not_read_and_a_footnote_stands_where_it_belongs()
    {
        Paragraph paragraph = Text("每月发放");
        paragraph.Append(
            new DeletedRun(new Run(new DeletedText("60元"))), new InsertedRun(new Run(new Text("50元"))),
            new Run(new RunProperties(new Vanish()), new Text("内部掌握")), new Run(new FootnoteReference { Id = 2 }), new Run(new Text("。")));
        byte[] file = WordFiles.Of(
            main => main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(Text("百岁以上另定")) { Id = 2 }),
            Text("目录行……1", "TOC1"), paragraph);

        ReadResult read = Files.Read("a.docx", file);

        read.Document.ShouldNotBeNull().Body.ShouldBe("每月发放50元（注：百岁以上另定）。\n");
        read.Notes.ShouldHaveSingleItem().Kind.ShouldBe(ReadNoteKind.HiddenText);
    }

    [Fact]
    public void Merged_cells_stand_in_each_row_and_what_is_left_out_is_said()
    {
        Table table = WordFiles.Table(["类别", "对象", "标准"], ["高龄", "80岁", "50元"], ["", "90岁", "100元"]);
        TableCell[] first = [.. table.Elements<TableRow>().Select(row => row.Elements<TableCell>().First())];
        first[1].PrependChild(new TableCellProperties(new VerticalMerge { Val = MergedCellValues.Restart }));
        first[2].PrependChild(new TableCellProperties(new VerticalMerge()));
        byte[] file = WordFiles.Of(
            main => main.AddNewPart<WordprocessingCommentsPart>().Comments =
                new global::DocumentFormat.OpenXml.Wordprocessing.Comments(new Comment(Text("核实")) { Id = "1" }),
            table);

        ReadResult read = Files.Read("a.docx", WordFiles.With(file, "word/vbaProject.bin", "macro"));

        read.Document.ShouldNotBeNull().Body.ShouldContain("| 高龄 | 90岁 | 100元 |");
        read.Notes.Select(note => note.Kind).ShouldBe([ReadNoteKind.Macros, ReadNoteKind.Comments]);
    }

    [Fact]
    public void Words_of_a_file_are_no_headings_fences_or_marks()
    {
        Files.Good("a.docx", WordFiles.Of(Text("第一段说明文字。"), Text("# 不是标题"), Text("```"), Text("<!-- 停用 -->"))).Body
            .ShouldBe("第一段说明文字。\n\n\\# 不是标题\n\n\\<!-- 停用 -->\n");
    }
}
