using Knowledge;
using Tests.Knowledge.Reading;
using Tests.Support;

namespace Tests.Knowledge;

public sealed class QuoteTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData("要带什么材料", "带身份证和户口簿。")]
    [InlineData("每月发多少钱", "满80周岁每月领80元。")]
    [InlineData("90至99周岁的呢", "90至99周岁 | 150元")]
    [InlineData("去哪个窗口交材料", "材料交到３号窗口")]
    [InlineData("可以让别人代领吗", "不得由他人代领。")]
    public void The_sentence_that_answers_is_chosen(string question, string quote)
    {
        const string Body = """
            # 尊老金

            ## 第1条 所需材料
            带身份证和户口簿。材料要真实，弄虚作假的追回已发款项，并在一年内不再受理申请。

            ## 第2条 标准
            满80周岁每月领80元。

            | 年龄 | 每人每月 |
            | --- | --- |
            | 90至99周岁 | 150元 |

            ## 第3条 办理
            1. 材料交到３号窗口
            2. **本人**到场，不得由他人代领。
            """;
        Ask(Body, question).Quote.ShouldContain(quote);
    }

    [Fact]
    public void Where_it_stands_is_told()
    {
        Citation cited = Ask("# 细则\n\n## 第 2 条 标准\n满80周岁每月领80元。", "满80周岁每月领多少");

        (cited.Section, cited.Clause).ShouldBe(("细则 › 第 2 条 标准", "第2条"));
        cited.Source.ShouldBe("《尊老金指南》2026年3月版第2条");
    }

    [Fact]
    public void A_quote_is_short_and_stands_in_the_text_whatever_is_asked()
    {
        RandomTexts texts = new(5);
        using TempFolder folder = new();
        using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path);
        knowledge.Put([.. Enumerable.Range(0, 40).Select(i => new StoredDocument(texts.Document($"d{i}"), true, null))]);
        foreach (string path in Directory.GetFiles(Repository.File("knowledge", "documents"), "*.md"))
        {
            knowledge.Put(Files.Good(Path.GetFileName(path), File.ReadAllBytes(path)));
        }

        for (int i = 0; i < 400; i++)
        {
            string question = texts.Question();
            if (knowledge.Ask(question, Day).Best is not { } best) { continue; }
            best.Quote.Length.ShouldBeLessThanOrEqualTo(90);
            Collapsed(knowledge.Find(best.Document)!.Document.Body).ShouldContain(best.Quote, Case.Sensitive, question);
            best.Quote.ShouldNotStartWith("#");
        }
    }

    private static Citation Ask(string body, string question)
    {
        using TempFolder folder = new();
        using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path);
        knowledge.Put(new Document("elders", new DocumentHeader("尊老金指南", Effective: new DateOnly(2026, 3, 1)), body));
        return knowledge.Ask(question, Day).Best.ShouldNotBeNull();
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
