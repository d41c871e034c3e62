using System.Text;
using ExcelDataReader;

namespace Bot.Sheets;

/// <summary>Old xls files and the csv files of Chinese Excel are written in GBK, which .NET knows only when told.</summary>
internal static class CodePages
{
    // the library asks for a code page as soon as its configuration is made
    static CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Chinese => Encoding.GetEncoding("GB18030");

    public static ExcelReaderConfiguration Reading(Encoding? fallback = null, params char[] separators) => new()
    {
        FallbackEncoding = fallback ?? Chinese,
        AutodetectSeparators = separators,
    };
}
