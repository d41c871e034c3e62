using System.Text;
using Bot.Answers.Library;
using Knowledge;
using Knowledge.Reading;
using Knowledge.Reading.Web;
using Tests.Sheets;

namespace Tests.Answers;

/// <summary>How files read, and what people are told when one does not.</summary>
public sealed class UploadReaderTests
{
    private static readonly UploadReader Reader = new(new FileReader(), new WebReader(new FileReader()));
    private static readonly byte[] Guide = Encoding.UTF8.GetBytes("---\ntitle: 指南\neffective: 2026-03-01\n---\n## 第1条\n\n满80周岁可以领。\n");

    [Theory]
    [InlineData("指南.md")]
    [InlineData("C:\\文件\\指南.MD")]
    [InlineData("../../指南.txt")]
    public void The_name_is_the_files_without_folder_and_extension(string file)
    {
        UploadResult read = Reader.Read(file, Guide, TestContext.Current.CancellationToken);
        read.Document.ShouldNotBeNull().Name.ShouldBe("指南");
        read.Document.Header.Title.ShouldBe("指南");
    }

    [Fact]
    public void A_cell_with_too_much_text_is_told_with_its_table_and_row()
    {
        string cell = new('字', 10_001);
        Reader.Read("a.csv", Encoding.UTF8.GetBytes($"项目,标准\n停车,{cell}\n"), TestContext.Current.CancellationToken).Problem.ShouldNotBeNull().ShouldContain("表第2行有一格字太多");
        Reader.Read("a.xlsx", Workbooks.Xlsx($"<row r=\"3\">{Workbooks.Cell("A3", cell)}</row>"), TestContext.Current.CancellationToken).Problem.ShouldNotBeNull().ShouldContain("表“一”第3行有一格字太多");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("GB18030")]
    public void Text_is_read_in_the_encodings_people_have(string name)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("尊老金每月15日发放，晚了可以补。")];
        Reader.Read("a.txt", bytes, TestContext.Current.CancellationToken).Document.ShouldNotBeNull().Body.ShouldContain("尊老金每月15日发放");
    }

    [Theory]
    [InlineData("a.doc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, (byte)'W', 0, (byte)'o', 0, (byte)'r', 0, (byte)'d', 0, (byte)'D', 0, (byte)'o', 0, (byte)'c', 0, (byte)'u', 0, (byte)'m', 0, (byte)'e', 0, (byte)'n', 0, (byte)'t', 0 }, "是老版Word文件")]
    [InlineData("a.docx", new byte[] { (byte)'P', (byte)'K', 3, 4, 0, 0 }, "是压缩包")]
    [InlineData("a.jpg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0 }, "是图片")]
    [InlineData("a.txt", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0 }, "是图片")]
    [InlineData("a.exe", new byte[] { (byte)'M', (byte)'Z', 0, 0 }, "不认识这种文件")]
    public void Other_files_are_refused_with_what_to_do(string file, byte[] bytes, string cause) => Problem(file, bytes).ShouldStartWith(cause);

    [Fact]
    public void Broken_texts_are_refused_with_their_place()
    {
        Problem("a.md", []).ShouldBe("文件是空的，请换一份");
        Problem("a.md", new byte[Reader.LargestFile + 1]).ShouldStartWith("太大了");
        Problem("a.md", "---\ntitle: 指南\n---\n\n").ShouldBe("没有正文。请写上正文再传，或看看是不是传错了文件");
        Problem("a.md", "---\neffective: 2026年3月\n---\n正文\n").ShouldBe("开头说明里的“effective”要写成 2026-07-01 这样的日子");
        Problem("a.md", "---\ntitle: [a\n---\n正文\n").ShouldContain("写得不对");
    }

    [Fact]
    public void Every_fault_and_note_has_plain_words_of_its_own()
    {
        string[] problems = [.. Enum.GetValues<ReadFault>().Select(fault => ReadWords.Problem(new ReadResult(null, "x") { Fault = fault }))];
        problems.ShouldAllBe(problem => problem.Length > 5 && !problem.EndsWith('。') && !problem.Contains('\n'));
        problems.Distinct().Count().ShouldBeGreaterThanOrEqualTo(problems.Length - 1);
        string[] notes = [.. Enum.GetValues<ReadNoteKind>().Select(kind => ReadWords.Note(new ReadNote(kind, 2, "Pdf")))];
        notes.Distinct().Count().ShouldBe(notes.Length);
    }

    private static string Problem(string file, string text) => Problem(file, Encoding.UTF8.GetBytes(text));

    private static string Problem(string file, byte[] bytes)
    {
        UploadResult read = Reader.Read(file, bytes, TestContext.Current.CancellationToken);
        read.Document.ShouldBeNull();
        return read.Problem.ShouldNotBeNull();
    }
}
