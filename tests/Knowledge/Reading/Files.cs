using System.Text;
using Knowledge;
using Knowledge.Reading;

namespace Tests.Knowledge.Reading;

/// <summary>Reads files made in a test.</summary>
internal static class Files
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static ReadResult Read(string file, byte[] bytes, ReadLimits? limits = null) =>
        new FileReader(limits).Read(Path.GetFileNameWithoutExtension(file), Path.GetExtension(file), bytes, cancellationToken: Token);

    public static ReadResult Read(string file, string text) => Read(file, Encoding.UTF8.GetBytes(text));

    public static Document Good(string file, byte[] bytes)
    {
        ReadResult read = Read(file, bytes);
        read.Problem.ShouldBeNull();
        return read.Document.ShouldNotBeNull();
    }

    public static Document Good(string file, string text) => Good(file, Encoding.UTF8.GetBytes(text));

    public static ReadFault Refused(string file, byte[] bytes, ReadLimits? limits = null)
    {
        ReadResult read = Read(file, bytes, limits);
        read.Document.ShouldBeNull();
        read.Problem.ShouldNotBeNull().ShouldNotContain("\n");
        return read.Fault.ShouldNotBeNull();
    }
}
