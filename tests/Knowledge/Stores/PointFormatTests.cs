using Knowledge.Stores;
using Knowledge.Stores.Qdrant;

namespace Tests.Knowledge.Stores;

public sealed class PointFormatTests
{
    // what lies on a server was made with these numbers: when terms are read in another way, raise QdrantServer.Format
    [Fact]
    public void Terms_keep_their_numbers()
    {
        DocumentTerms terms = new(StoreGiven.Document("a", "甲乙 abc 12.5", title: "丙"));
        terms.ByPassage().ShouldHaveSingleItem().Select(term => term.Term).Order(StringComparer.Ordinal).ShouldBe(["12.5", "abc", "丙", "乙", "甲", "甲乙"]);
        TermIds.Of("甲乙").ShouldBe(2_813_832_855u);
        TermIds.Of("abc").ShouldBe(482_950_588u);
    }

    [Fact]
    public void A_place_keeps_its_id()
    {
        PointIds.Of("fees/停车", 0).ShouldBe(PointIds.Of("fees/停车", 0));
        PointIds.Of("fees/停车", 0).ShouldBe(new Guid("c2bc4248-fc50-5223-a37d-36340d63a61b"));
        PointIds.Of("fees/停车", 0).Version.ShouldBe(5);
        PointIds.Of("fees/停车", 1).ShouldNotBe(PointIds.Of("fees/停车", 0));
    }
}
