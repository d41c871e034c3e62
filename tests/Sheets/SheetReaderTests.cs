using System.Text;
using Bot.Sheets;

namespace Tests.Sheets;

public sealed class SheetReaderTests
{
    [Fact]
    public void RowsKeepTheNumbersTheirReaderSees()
    {
        byte[] file = Workbooks.Xlsx(
            $"<row r=\"1\">{Workbooks.Cell("A1", "楼号")}{Workbooks.Cell("C1", "单元")}</row><row r=\"4\">{Workbooks.Cell("A4", " 36\u200B号楼 ")}<c r=\"C4\"><v>3</v></c></row>");
        SheetReading read = SheetReader.Read(file);
        read.Rows.Select(row => (row.Number, string.Join('|', row.Cells))).ShouldBe([(1, "楼号||单元"), (4, "36号楼||3")]);
        read.Sheets[0].Column("单元", "单元数").ShouldBe(2);
        read.Rows[0][9].ShouldBe("");
    }

    [Fact]
    public void NumbersAreWrittenOut()
    {
        byte[] file = Workbooks.Xlsx("<row r=\"1\"><c r=\"A1\"><v>1.3812345678E10</v></c><c r=\"B1\"><v>2.5</v></c><c r=\"C1\" t=\"b\"><v>1</v></c></row>");
        SheetReader.Read(file).Rows[0].Cells.ShouldBe(["13812345678", "2.5", "是"]);
    }

    [Fact]
    public void FormulasGiveTheirValueAndNothingIsReckoned()
    {
        byte[] file = Workbooks.Xlsx("<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"http://127.0.0.1/\")</f><v>7</v></c><c r=\"B1\"><f>1+1</f></c></row>");
        SheetReader.Read(file).Rows[0].Cells.ShouldBe(["7", ""]);
    }

    [Theory]
    [InlineData("楼号,单元\r\n36号楼,3\r\n\r\n37号楼,2\r\n")]
    [InlineData("楼号\t单元\n36号楼\t3\n\n37号楼\t2")]
    [InlineData("楼号，单元\n36号楼，3\n\n37号楼，2")]
    [InlineData("\"楼号\",\"单元\"\r\n\"36号楼\",\"3\"\r\n\r\n37号楼,2")]
    public void PlainTextInAnyEncodingIsOneTable(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            Encoding.GetEncoding("GBK").GetBytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        ];
        foreach (byte[] file in files)
        {
            SheetReader.Read(file).Rows.Select(row => (row.Number, string.Join('|', row.Cells))).ShouldBe([(1, "楼号|单元"), (2, "36号楼|3"), (4, "37号楼|2")]);
        }
    }

    [Fact]
    public void PastedColumnsMayBeApartBySpaces() =>
        SheetReader.ReadText("锦绣苑 1号楼　3\n锦绣苑 2号楼 东、西").Rows.Select(row => string.Join('|', row.Cells)).ShouldBe(["锦绣苑|1号楼|3", "锦绣苑|2号楼|东、西"]);

    [Fact]
    public void QuotedCellsKeepTheirCommas() =>
        SheetReader.ReadText("物业,\"电梯,路灯\"\n街道,\"他说\"\"好\"\"\"").Rows.Select(row => row[1]).ShouldBe(["电梯,路灯", "他说\"好\""]);

    [Fact]
    public void XlsIsReadWithItsChinese()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] file = Workbooks.OldXls((0, 0, Encoding.GetEncoding("GBK").GetBytes("楼号")), (2, 1, "B3"u8.ToArray()));
        SheetReading read = SheetReader.Read(file);
        read.Problem.ShouldBeNull();
        read.Rows.Select(row => (row.Number, string.Join('|', row.Cells))).ShouldBe([(1, "楼号|"), (3, "|B3")]);
    }
}
