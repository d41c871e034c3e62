using Knowledge;
using Tests.Support;

namespace Tests.Knowledge;

/// <summary>Similar questions find their passage; what is switched off is neither found nor quoted.</summary>
public sealed class FieldTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private const string Body = """
        # 大厅

        ## 取号
        <!-- 也这样问：怎样拿个排队的签｜签在哪里抽 -->
        进门右手边有机器。

        ## 复印
        <!-- 停用 -->
        每张五角，在二楼。

        ## 雨伞
        门口有伞架。
        """;

    [Fact]
    public void Similar_questions_find_their_passage_and_are_never_quoted()
    {
        Answer answer = Ask("排队的签怎么抽");

        answer.Best.ShouldNotBeNull().Quote.ShouldBe("进门右手边有机器。");
    }

    [Fact]
    public void Without_weight_similar_questions_find_nothing() =>
        Ask("抽签", new FieldWeights(Questions: 0)).Documents.ShouldBeEmpty();

    [Fact]
    public void A_passage_switched_off_is_not_found_but_its_document_is()
    {
        Ask("五角").Documents.ShouldBeEmpty();
        Ask("伞架").Documents.ShouldHaveSingleItem();
        Ask("大厅复印").Best?.Quote.ShouldNotContain("五角");
    }

    private static Answer Ask(string question, FieldWeights? fields = null)
    {
        using TempFolder folder = new();
        using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path, fields);
        knowledge.Put(new Document("hall", new DocumentHeader("大厅"), Body));
        return knowledge.Ask(question, Day);
    }
}
