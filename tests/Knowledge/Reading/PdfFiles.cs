using System.Text;

namespace Tests.Knowledge.Reading;

/// <summary>PDF files written by hand: lines of Chinese text at places on pages, with the map that says which sign is which letter.</summary>
internal static class PdfFiles
{
    /// <param name="pages">For each its lines: how far from the left and from the top, in points, and the words.</param>
    public static byte[] Of(params IReadOnlyList<(int Left, int Top, string Text)[]> pages)
    {
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
            Stream(Map()),
        ];
        foreach ((int Left, int Top, string Text)[] page in pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add(Stream(string.Concat(page.Select(line =>
                $"BT /F 12 Tf {line.Left} {842 - line.Top} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line.Text))}> Tj ET\n"))));
        }
        return Write(objects);
    }

    /// <summary>Lines one below the other.</summary>
    public static byte[] Lines(params IReadOnlyList<string> lines) => Of([.. lines.Select((line, i) => (72, 72 + (20 * i), line))]);

    private static string Map() => "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + string.Concat(Enumerable.Range(0, 3).Select(part =>
            $"100 beginbfrange\n{string.Concat(Enumerable.Range(100 * part, 100).Where(high => high < 256).Select(high => $"<{high:X2}00> <{high:X2}FF> <{high:X2}00>\n"))}endbfrange\n"))
        + "endcmap end end";

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Write(List<string> objects)
    {
        StringBuilder file = new("%PDF-1.4\n");
        List<int> places = [];
        foreach ((int i, string content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append($"{i + 1} 0 obj\n{content}\nendobj\n");
        }
        int table = file.Length;
        file.Append($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        file.Append($"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
