using Knowledge;
using Tests.Support;

namespace Tests.Knowledge;

public sealed class SynonymTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TempFolder _folder = new();
    private KnowledgeBase _knowledge;

    public SynonymTests()
    {
        _knowledge = KnowledgeBase.Open(_folder.Path);
        _knowledge.Put(new Document("club", new DocumentHeader("邻里中心开放安排"), "# 邻里中心开放安排\n\n每天八点开门。"));
        _knowledge.Put(new Document("pool", new DocumentHeader("泳池安排"), "# 泳池安排\n\n每天九点开门。"));
    }

    [Fact]
    public void A_new_group_is_found_at_once_and_after_the_store_is_opened_again()
    {
        Found("红帆驿站").ShouldBeEmpty();

        _knowledge.Synonyms = [["邻里中心", "红帆驿站", "文体站"]];

        Found("红帆驿站").ShouldBe(["club"]);
        _knowledge.Dispose();
        _knowledge = KnowledgeBase.Open(_folder.Path);
        _knowledge.Synonyms.ShouldHaveSingleItem().ShouldBe(["邻里中心", "红帆驿站", "文体站"]);
        Found("红帆驿站").ShouldBe(["club"]);
    }

    [Fact]
    public void A_long_question_has_no_room_for_all_groups()
    {
        _knowledge.Synonyms = [["邻里中心", "红帆驿站", "文体站"]];
        string different = string.Concat(Enumerable.Range(0, 480).Select(i => (char)('一' + (i * 37))));

        Should.NotThrow(() => _knowledge.Ask($"{different}红帆驿站几点开门", Day));
    }

    [Fact]
    public void Groups_are_replaced_as_a_whole()
    {
        _knowledge.Synonyms = [["邻里中心", "红帆驿站"]];
        _knowledge.Synonyms = [["泳池", "红帆驿站"]];

        Found("红帆驿站").ShouldBe(["pool"]);
    }

    [Fact]
    public void Documents_put_later_are_found_too()
    {
        _knowledge.Synonyms = [["红帆驿站", "棋牌室"]];
        _knowledge.Put(new Document("chess", new DocumentHeader("棋牌室"), "棋牌室十点开门。"));

        Found("红帆驿站").ShouldBe(["chess"]);
    }

    [Theory]
    [InlineData("一个词")]
    [InlineData("中", "邻里中心")]
    public void A_group_of_one_word_or_a_word_of_one_character_is_refused(params string[] group) =>
        Should.Throw<ArgumentException>(() => _knowledge.Synonyms = [group]);

    public void Dispose()
    {
        _knowledge.Dispose();
        _folder.Dispose();
    }

    private IEnumerable<string> Found(string question) => _knowledge.Ask(question, Day).Documents.Select(found => found.Document);
}
