using Knowledge;
using Knowledge.Search;

namespace Tests.Knowledge;

public sealed class KnowledgeIndexTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public void Scores_are_those_of_the_formula_after_any_changes()
    {
        RandomTexts texts = new(1);
        KnowledgeIndex index = new();
        Dictionary<string, Document> kept = Change(index, texts, 120);
        NaiveSearch naive = new([.. kept.Values]);

        for (int i = 0; i < 60; i++)
        {
            Question question = Question.Read(texts.Question(), Day);
            Dictionary<string, double> expected = naive.Score(question);
            IReadOnlyList<FoundDocument> found = Search(index, question).Documents;

            found.Count.ShouldBe(Math.Min(10, expected.Count), question.Text);
            foreach (FoundDocument document in found)
            {
                document.Score.ShouldBe(expected[document.Document.Document.Name], 1e-4, question.Text);
            }
            found.Select(document => document.Score).ShouldBe(expected.Values.OrderDescending().Take(10), 1e-4);
        }
    }

    [Fact]
    public void Changed_bit_by_bit_it_is_the_same_as_built_at_once()
    {
        RandomTexts texts = new(2);
        KnowledgeIndex index = new();
        // enough to have the lists written anew in between
        Dictionary<string, Document> kept = Change(index, texts, 3000);
        KnowledgeIndex rebuilt = new();
        foreach (Document document in kept.Values) { rebuilt.Put(new StoredDocument(document, true, null)); }

        index.View.Core.Passages.Count.ShouldBeLessThan(index.View.LivePassages.Count * 4 + 2000);
        for (int i = 0; i < 100; i++)
        {
            Question question = Question.Read(texts.Question(), Day);
            Search(index, question).Documents.Select(document => document.Score)
                .ShouldBe(Search(rebuilt, question).Documents.Select(document => document.Score), 1e-5, question.Text);
        }
    }

    [Fact]
    public void A_document_that_may_not_answer_takes_no_rank()
    {
        KnowledgeIndex index = new();
        foreach (int i in Enumerable.Range(0, 30)) { index.Put(new StoredDocument(new Document($"d{i:D2}", new DocumentHeader("停车"), $"停车{i}元。"), true, null)); }

        Question question = Question.Read("停车", Day);
        IReadOnlyList<FoundDocument> found = Searcher.Search(
            index.View, question, new QuestionPostings(index.View, question), document => document.Document.Name.EndsWith('7')).Documents;

        found.Select(document => document.Document.Document.Name).ShouldBe(["d07", "d17", "d27"], ignoreOrder: true);
    }

    [Fact]
    public async Task Questions_go_on_while_documents_change()
    {
        RandomTexts texts = new(3);
        KnowledgeIndex index = new();
        Change(index, texts, 50);
        string[] questions = [.. Enumerable.Range(0, 50).Select(_ => texts.Question())];
        using CancellationTokenSource stop = new();

        Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
            {
                SearchResult result = Search(index, Question.Read(questions[i % questions.Length], Day));
                result.Documents.Select(document => document.Document.Document.Name).Distinct().Count().ShouldBe(result.Documents.Count);
            }
        }))];
        Change(index, texts, 2000);
        await stop.CancelAsync();

        await Task.WhenAll(readers);
    }

    private static SearchResult Search(KnowledgeIndex index, Question question) => Searcher.Search(index.View, question, new QuestionPostings(index.View, question), _ => true);

    private static Dictionary<string, Document> Change(KnowledgeIndex index, RandomTexts texts, int times)
    {
        Dictionary<string, Document> kept = [];
        for (int i = 0; i < times; i++)
        {
            string name = $"d{texts.Next(40)}";
            if (texts.Next(4) == 0)
            {
                kept.Remove(name);
                index.Remove(name);
                continue;
            }
            kept[name] = texts.Document(name);
            index.Put(new StoredDocument(kept[name], true, null));
        }
        return kept;
    }
}
