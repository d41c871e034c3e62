using Bot.Console.Library;

namespace Tests.Console;

public sealed class PassagePieceTests
{
    private const string Mixed = "各室开放时间如下：\n\n| 名称 | 时间 |\n| --- | --- |\n| 乒乓球室 | 8:00到20:00 |\n| 舞蹈室 | 晚上 |\n\n另行通知的除外。";

    [Fact]
    public void Tables_are_told_from_words()
    {
        (IReadOnlyList<PassagePiece> pieces, bool isCut) = PassagePieces.Of(Mixed);
        isCut.ShouldBeFalse();
        pieces.Select(piece => piece.Words).ShouldBe(["各室开放时间如下：", "", "另行通知的除外。"]);
        pieces[1].Rows.Select(row => string.Join('/', row)).ShouldBe(["名称/时间", "乒乓球室/8:00到20:00", "舞蹈室/晚上"]);
        PassagePieces.Of("| 一行 |\n没有线").Pieces.ShouldHaveSingleItem().IsTable.ShouldBeFalse();
    }

    [Fact]
    public void What_is_long_is_cut_and_says_so()
    {
        (IReadOnlyList<PassagePiece> pieces, bool isCut) = PassagePieces.Of(Mixed, 20);
        isCut.ShouldBeTrue();
        pieces[^1].Rows.Count.ShouldBe(2);
        PassagePieces.Of("十二个字十二个字十二个字", 6).Pieces.ShouldHaveSingleItem().Words.ShouldBe("十二个字十二");
        PassagePieces.Of("六个字六个字", 6).IsCut.ShouldBeFalse();
    }
}
