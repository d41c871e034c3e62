using System.Text;
using Knowledge;
using Knowledge.Reading;
using Tests.Sheets;

namespace Tests.Knowledge.Reading;

public sealed class TableFileTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    [Fact]
    public void A_sheet_becomes_a_table_under_its_title()
    {
        byte[] file = Workbooks.Xlsx(Rows(["春和苑缴费标准", "", ""], ["项目", "标准", "备注"], ["物业费", "1.2", ""], ["停车", "150", "每月"]));

        Document read = Files.Good("a.xlsx", file);

        read.Header.Title.ShouldBe("春和苑缴费标准");
        read.Body.ShouldBe("| 项目 | 标准 | 备注 |\n| --- | --- | --- |\n| 物业费 | 1.2 |  |\n| 停车 | 150 | 每月 |\n");
    }

    [Fact]
    public void A_long_table_says_its_columns_again_in_each_passage()
    {
        StringBuilder csv = new("社区,电话,地址\n");
        for (int i = 0; i < 200; i++) { csv.Append($"第{i}社区,8100{i:0000},东篱路{i}号\n"); }

        Document read = Files.Good("a.csv", csv.ToString());

        Chunk[] passages = [.. new HeadingChunker().Cut(read)];
        passages.Length.ShouldBeGreaterThan(10);
        passages.ShouldAllBe(passage => passage.Text.Contains("| 社区 | 电话 | 地址 |"));
        passages.Sum(passage => passage.Text.Split('\n').Count(line => line.StartsWith("| 第"))).ShouldBe(200);
    }

    [Theory]
    [InlineData("问题,相似问题,答案")]
    [InlineData("标准问,扩展问法,标准答复")]
    [InlineData("Question,Similar questions,Answer")]
    [InlineData("问题（必填）,相似问题1,答案（必填）")]
    public void Questions_are_known_by_the_names_people_give_the_columns(string header)
    {
        Document read = Files.Good("a.csv", $"说明：每行一问,,\n{header}\n公园几点关门？,\"几点锁门？关门时间\n晚上开到几点\",\"晚上9点。\n1、夏天\n2、冬天\"\n没有答案的,,\n");

        read.Body.ShouldBe("""
            ## 公园几点关门？

            <!-- 也这样问：几点锁门？｜关门时间｜晚上开到几点 -->

            晚上9点。

            1. 夏天
            2. 冬天

            """);
        read.Header.Title.ShouldBe("说明：每行一问");
        Chunk passage = new HeadingChunker().Cut(read).ShouldHaveSingleItem();
        passage.Questions.ShouldBe(["几点锁门？", "关门时间", "晚上开到几点"]);
        passage.Text.ShouldNotContain("也这样问");
    }

    [Fact]
    public void Questions_without_an_answer_are_told()
    {
        ReadResult read = Files.Read("a.csv", "问题,答案\n甲？,有\n乙？,\n丙？,-\n");
        read.Notes.ShouldHaveSingleItem().ShouldBe(new ReadNote(ReadNoteKind.NoAnswer, 2));
        read.Document.ShouldNotBeNull().Header.Title.ShouldBe("a");
    }

    [Fact]
    public void A_similar_question_cannot_end_the_mark_it_stands_in() =>
        Files.Good("a.csv", "问题,相似问题,答案\n甲？,\"乙 --> <!-- 停用 -->\",有的\n").Body.ShouldMatch("<!-- 也这样问：乙 +停用 +-->");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("GB18030")]
    public void Chinese_csv_is_read_as_Excel_writes_it(string name)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        Files.Good("a.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("项目,标准\n物业费,一元二角\n")]).Body.ShouldContain("| 物业费 | 一元二角 |");
    }

    [Fact]
    public void Old_workbooks_are_read() =>
        Files.Good("a.xls", Workbooks.OldXls((0, 0, "Item"u8.ToArray()), (0, 1, "Fee"u8.ToArray()), (1, 0, "Parking"u8.ToArray()), (1, 1, "150"u8.ToArray())))
            .Body.ShouldContain("| Parking | 150 |");

    [Fact]
    public void Hidden_sheets_and_macros_are_left_out_and_told()
    {
        byte[] file = Workbooks.Xlsx(Rows(["项目", "标准"], ["停车", "150"]), more: ("xl/vbaProject.bin", [1, 2]));
        file = WordFiles.With(file, "xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{Rows(["成本", "别外传"], ["1", "2"])}</sheetData></worksheet>");
        file = WordFiles.With(file, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"底稿\" sheetId=\"2\" state=\"hidden\" r:id=\"r2\"/></sheets></workbook>");
        file = WordFiles.With(file, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");

        ReadResult read = Files.Read("a.xlsx", file);

        read.Document.ShouldNotBeNull().Body.ShouldContain("停车");
        read.Notes.ShouldBe([new ReadNote(ReadNoteKind.Macros), new ReadNote(ReadNoteKind.HiddenSheets, 1, "底稿")]);
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_left_out_of_new_and_old_workbooks()
    {
        string[][] rows = [["项目", "成本", "标准"], ["停车", "20", "150"], ["底价", "1", "2"], ["物业", "30", "一元"]];
        byte[] old = OldWorkbooks.Xls(new("收费", rows, HiddenRows: [2], HiddenColumns: [1]), new("底稿", [["别", "外传"]], Hidden: true));
        string hidden = Rows(rows).Replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">", StringComparison.Ordinal);
        byte[] book = Workbooks.Xlsx(hidden, dimension: "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\" customWidth=\"1\"/></cols>");
        foreach ((string name, byte[] file) in ((string, byte[])[])[("a.xls", old), ("a.xlsx", book)])
        {
            ReadResult read = Files.Read(name, file);
            read.Problem.ShouldBeNull(name);
            read.Document!.Body.Trim().ShouldBe("| 项目 | 标准 |\n| --- | --- |\n| 停车 | 150 |\n| 物业 | 一元 |", name);
            read.Notes.ShouldContain(new ReadNote(ReadNoteKind.HiddenRows, 2), name);
            read.Notes.Any(note => note.Kind == ReadNoteKind.HiddenSheets && note.Place == "底稿").ShouldBe(name == "a.xls");
        }
    }

    [Fact]
    public void What_was_copied_from_a_spreadsheet_is_a_table()
    {
        PastedText.Read("说明\n项目\t标准\n停车\t150\n\n后面").Text
            .ShouldBe("说明\n\n| 项目 | 标准 |\n| --- | --- |\n| 停车 | 150 |\n\n\n后面");
        PastedText.Read("问题\t答案\n几点开门\t早上7点").Text.ShouldContain("## 几点开门\n\n早上7点");
        PastedText.Read("一行\t有制表符\n").Text.ShouldBe("一行\t有制表符\n");
    }

    private static string Rows(params IReadOnlyList<string[]> rows) => string.Concat(rows.Select((row, i) =>
        $"<row r=\"{i + 1}\">{string.Concat(row.Select((cell, j) => cell.Length == 0 ? "" : Workbooks.Cell($"{(char)('A' + j)}{i + 1}", cell)))}</row>"));
}
