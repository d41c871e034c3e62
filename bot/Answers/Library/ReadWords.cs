using Knowledge;
using Knowledge.Reading;

namespace Bot.Answers.Library;

/// <summary>The one place where the problems and notes of reading get their Chinese words: what happened, and what to do.</summary>
internal static class ReadWords
{
    public static string Problem(ReadResult read) => read.Fault switch
    {
        ReadFault.Empty => "文件是空的，请换一份",
        ReadFault.TooLarge => read.Kind == FileKind.Page ? "网页太大，请只存要用的部分再上传" : "太大了，一份最多20兆，纯文字的最多2兆。请拆成几份",
        ReadFault.NotText => "认不出里面的文字。请用记事本打开，另存为“UTF-8”再传，或复制文字粘贴",
        ReadFault.NoText when read.Kind == FileKind.Text => "没有正文。请写上正文再传，或看看是不是传错了文件",
        ReadFault.NoText => "里面没有文字，可能都是图片。请手工录入",
        ReadFault.Damaged => "文件坏了，打不开。请用原来的软件打开，另存一份再传",
        ReadFault.Password => "文件有密码。请去掉密码，另存一份再传",
        ReadFault.OldWord => "是老版Word文件（.doc）。请用Word或WPS打开，另存为“.docx”再传",
        ReadFault.Slides => "是演示文稿，读不了。请另存为PDF再传，或复制文字粘贴",
        ReadFault.Picture => "是图片，读不出文字。请手工录入",
        ReadFault.Archive => "是压缩包。请先解压，再传里面的文件，或压成“.zip”再传",
        ReadFault.OddPath => "是个快捷方式，或名字指到别处，为了安全没有打开。请把文件本身压进去",
        ReadFault.TooManyFiles => "里面文件太多，一次最多2000份。请分几次传",
        ReadFault.UnknownKind => "不认识这种文件。收Word（.docx）、Excel、PDF、网页、.txt、.md、.csv",
        ReadFault.TooMuchInside => "展开后太大，不像正常的文件，没有打开。请用原来的软件另存一份再传",
        ReadFault.Entities => "里面夹带了外部引用，为了安全没有打开。请用Word或Excel另存一份再传",
        ReadFault.TooDeep or ReadFault.TooComplex => "里面的结构太复杂，读不了。请复制文字粘贴",
        ReadFault.Header or ReadFault.TooManyHeadings or null => Header(read),
        _ => Table(read) ?? Pdf(read.Fault.Value) ?? Web(read),
    };

    public static string Note(ReadNote note) => note.Kind switch
    {
        ReadNoteKind.Pictures => $"{note.Count}张图片没有读，里面若有文字请补上",
        ReadNoteKind.Macros => "里面的宏没有读，也不会运行",
        ReadNoteKind.HiddenSheets => $"隐藏的表没有读：{note.Place}",
        ReadNoteKind.HiddenRows => $"表里隐藏的{note.Count}行（列）没有读",
        ReadNoteKind.HiddenText => "隐藏的文字没有读",
        ReadNoteKind.Comments => $"{note.Count}条批注没有读",
        ReadNoteKind.NoAnswer => $"{note.Count}个问题没有写答案，没有收",
        ReadNoteKind.EmptyPages => $"第{note.Place}页没有文字，可能是扫描图，请看看要不要补",
        ReadNoteKind.WasDisabled => "导出的时候是停用的，发布以后会用它回答",
        ReadNoteKind.Links => "菜单和一串串链接没有读",
        _ => $"名字像别的文件，其实是{Kind(note.Place)}，按{Kind(note.Place)}读的",
    };

    private static string? Table(ReadResult read) => read.Fault switch
    {
        ReadFault.TooManySheets => "表太多了，最多50张。请拆成几份",
        ReadFault.TooManyRows => $"表{Where(read.Place)}太长，最多2万行。请拆成几份",
        ReadFault.TooManyColumns => $"表{Where(read.Place)}太宽，最多200列。请只留要用的列",
        ReadFault.TooLongCell => $"表{Cell(read.Place)}有一格字太多。请看看是不是传错了文件",
        ReadFault.TooLong => "字太多了，一份最多70万字。请拆成几份",
        _ => null,
    };

    private static string? Pdf(ReadFault fault) => fault switch
    {
        ReadFault.Scan => "这份PDF是扫描图，读不出文字",
        ReadFault.NoPdfProgram => "这台电脑还不能读PDF。请管理员装上poppler-utils和poppler-data，或复制文字粘贴",
        ReadFault.CopyForbidden => "这份PDF不让复制文字。请向发文的单位要一份能复制的",
        ReadFault.TooSlow => "这份文件太复杂，读了太久。请拆成几份",
        _ => null,
    };

    private static string Web(ReadResult read) => read.Fault switch
    {
        ReadFault.BadAddress => "网址不对。请从浏览器里整条复制，开头是“https://”",
        ReadFault.NoSuchHost => "找不到这个网站。请看看网址有没有写错",
        ReadFault.NotPublic => "这个网址通到内部网络，为了安全不读。请把网页存成文件再上传",
        ReadFault.TooManyRedirects => "这个网址转来转去。请用浏览器打开，复制最后的网址",
        ReadFault.WebRefused => $"网站没有给这一页（{read.Place}）。请看看浏览器不登录能不能打开",
        ReadFault.WebTooSlow => "网站太慢，没有等到。请过一会再试，或把网页存成文件再上传",
        _ => "网站连不上。请过一会再试，或把网页存成文件再上传",
    };

    private static string Header(ReadResult read) => read switch
    {
        { Key: { } key } => $"开头说明里的“{key}”要写成 2026-07-01 这样的日子",
        { Line: { } line } => $"开头两行“---”之间的说明，第{line}行写得不对。每行应是“名称: 内容”",
        { Fault: ReadFault.TooManyHeadings } => "小标题太多，最多5000个。请分成几份再传",
        _ => "开头两行“---”之间的说明读不懂。请改好再传",
    };

    private static string Where(string? place) => place is null or "table" or "csv" ? "" : $"“{place}”";

    // "Sheet1 12": the twelfth row of that table
    private static string Cell(string? place)
    {
        int row = place?.LastIndexOf(' ') ?? -1;
        return row < 0 ? "里" : $"{Where(place![..row])}第{place[(row + 1)..]}行";
    }

    private static string Kind(string? kind) => kind switch
    {
        nameof(FileKind.Word) => "Word文件",
        nameof(FileKind.Workbook) or nameof(FileKind.OldWorkbook) or nameof(FileKind.Csv) => "表格",
        nameof(FileKind.Page) => "网页",
        nameof(FileKind.Pdf) => "PDF",
        _ => "纯文字",
    };
}
