using System.IO.Compression;
using System.Text;
using Knowledge.Reading;
using Tests.Sheets;

namespace Tests.Knowledge.Reading;

/// <summary>A zip that somebody brings: each file for itself, and nothing that leads elsewhere.</summary>
public sealed class PackedFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Links_and_names_that_lead_out_are_refused_and_the_others_taken()
    {
        byte[] zip = Workbooks.Zip(
        [
            ("好的.md", "字"u8.ToArray()), ("夹/里面.md", "字"u8.ToArray()), ("../外面.md", "字"u8.ToArray()), ("夹/../../外面.md", "字"u8.ToArray()),
            ("/etc/passwd", "字"u8.ToArray()), ("C:\\盘.md", "字"u8.ToArray()), ("..\\外面.md", "字"u8.ToArray()),
        ]);
        zip = WithLink(zip, "链接.md", "/etc/passwd");

        (IReadOnlyList<PackedFile> files, ReadFault? fault) = new PackedFiles().Read(zip, Token);

        fault.ShouldBeNull();
        files.Where(file => file.Fault is null).Select(file => file.Path).ShouldBe(["好的.md", "夹/里面.md"]);
        files.Where(file => file.Fault is not null).ShouldAllBe(file => file.Fault == ReadFault.OddPath && file.Bytes.Length == 0);
        files.Count.ShouldBe(8);
    }

    [Fact]
    public void What_systems_put_there_is_passed_over_and_names_of_a_Chinese_Windows_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("GB18030")))
        {
            foreach (string name in (string[])["办事/", "办事/指南.txt", "__MACOSX/._指南.txt", "办事/.DS_Store", "Thumbs.db"])
            {
                using Stream part = archive.CreateEntry(name).Open();
                if (!name.EndsWith('/')) { part.Write("字"u8); }
            }
        }
        new PackedFiles().Read(stream.ToArray(), Token).Files.ShouldHaveSingleItem().Path.ShouldBe("办事/指南.txt");
    }

    [Fact]
    public void Bombs_and_too_many_files_are_not_opened()
    {
        new PackedFiles().Read(Workbooks.Zip([("a.txt", new byte[19 * 1024 * 1024])]), Token).Fault.ShouldBe(ReadFault.TooMuchInside);
        new PackedFiles().Read(Workbooks.Zip([("a.txt", new byte[21 * 1024 * 1024])]), Token).Files.ShouldHaveSingleItem().Fault.ShouldBe(ReadFault.TooLarge);
        new PackedFiles(new ReadLimits { PackedFiles = 2 }).Read(Workbooks.Zip([("a", []), ("b", []), ("c", [])]), Token).Fault.ShouldBe(ReadFault.TooManyFiles);
        new PackedFiles().Read([.. "PK\u0003\u0004"u8.ToArray(), 0, 0], Token).Fault.ShouldBe(ReadFault.Damaged);
    }

    [Fact]
    public void A_document_is_no_archive_of_files()
    {
        PackedFiles.Is(WordFiles.Of(WordFiles.Text("字"))).ShouldBeFalse();
        PackedFiles.Is(Workbooks.Xlsx("")).ShouldBeFalse();
        PackedFiles.Is(Workbooks.Zip([("a.md", "字"u8.ToArray())])).ShouldBeTrue();
        PackedFiles.Is("Rar!"u8.ToArray()).ShouldBeFalse();
    }

    // as zip --symlinks of Unix writes it
    private static byte[] WithLink(byte[] zip, string name, string target)
    {
        using MemoryStream stream = new();
        stream.Write(zip);
        using (ZipArchive archive = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry link = archive.CreateEntry(name);
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using Stream part = link.Open();
            part.Write(Encoding.UTF8.GetBytes(target));
        }
        return stream.ToArray();
    }
}
