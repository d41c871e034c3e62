using System.Text;
using Bot.Answers.Library;

namespace Tests.Answers;

/// <summary>How files read, and what people are told when one does not.</summary>
public sealed class UploadReaderTests
{
    private static readonly byte[] Guide = Encoding.UTF8.GetBytes("---\ntitle: 指南\neffective: 2026-03-01\n---\n## 第1条\n\n满80周岁可以领。\n");

    [Theory]
    [InlineData("指南.md")]
    [InlineData("C:\\文件\\指南.MD")]
    [InlineData("../../指南.txt")]
    public void The_name_is_the_files_without_folder_and_extension(string file)
    {
        UploadResult read = UploadReader.Read(file, Guide);
        read.Document.ShouldNotBeNull().Name.ShouldBe("指南");
        read.Document.Header.Title.ShouldBe("指南");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("GB18030")]
    public void Text_is_read_in_the_encodings_people_have(string name)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("尊老金每月15日发放，晚了可以补。")];
        UploadReader.Read("a.txt", bytes).Document.ShouldNotBeNull().Body.ShouldContain("尊老金每月15日发放");
    }

    [Theory]
    [InlineData("a.pdf", "是PDF")]
    [InlineData("a.docx", "是Word文件")]
    [InlineData("a.xlsx", "是表格")]
    [InlineData("a.jpg", "是图片")]
    [InlineData("a.exe", "不认识这种文件")]
    [InlineData("a", "不认识这种文件")]
    public void Other_files_are_refused_with_what_to_do(string file, string cause) => Problem(file, Guide).ShouldStartWith(cause);

    [Fact]
    public void Broken_texts_are_refused_with_their_place()
    {
        Problem("a.md", []).ShouldBe("文件是空的");
        Problem("a.md", new byte[UploadReader.LargestBytes + 1]).ShouldStartWith("太大了");
        Problem("a.md", [0x89, 0x50, 0x4e, 0x47, 0, 1, 2]).ShouldStartWith("认不出里面的文字");
        Problem("a.md", "---\ntitle: 指南\n---\n\n").ShouldBe("没有正文，只有开头的说明");
        Problem("a.md", "---\neffective: 2026年3月\n---\n正文\n").ShouldBe("开头说明里的“effective”要写成 2026-07-01 这样的日子");
        Problem("a.md", "---\ntitle: [a\n---\n正文\n").ShouldContain("写得不对");
    }

    private static string Problem(string file, string text) => Problem(file, Encoding.UTF8.GetBytes(text));

    private static string Problem(string file, byte[] bytes)
    {
        UploadResult read = UploadReader.Read(file, bytes);
        read.Document.ShouldBeNull();
        return read.Problem.ShouldNotBeNull();
    }
}
