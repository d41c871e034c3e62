using Knowledge;
using Knowledge.Search;
using Microsoft.Data.Sqlite;

namespace Tests.Knowledge;

/// <summary>The full-text index of the database finds the same documents from the same terms.</summary>
public sealed class FullTextOracleTests
{
    [Fact]
    public void The_same_documents_are_found()
    {
        RandomTexts texts = new(4);
        Document[] documents = [.. Enumerable.Range(0, 60).Select(i => texts.Document($"d{i}"))];
        KnowledgeIndex index = new();
        using SqliteConnection database = new("Data Source=:memory:");
        database.Open();
        Run(database, "CREATE VIRTUAL TABLE texts USING fts5(name UNINDEXED, terms, tokenize = \"unicode61 categories 'L* N*'\")");
        foreach (Document document in documents)
        {
            index.Put(new StoredDocument(document, true, null));
            Run(database, $"INSERT INTO texts VALUES ('{document.Name}', '{Words(NaiveSearch.TermsOf(document.Header.Title + "\n" + document.Body), " ")}')");
        }

        for (int i = 0; i < 50; i++)
        {
            Question question = Question.Read(texts.Question(), new DateOnly(2026, 1, 1));
            HashSet<string> theirs = Names(database, $"SELECT name FROM texts WHERE terms MATCH '{Words(question.Terms.Select(term => term.Text), " OR ")}'");
            IReadOnlyList<FoundDocument> ours = Searcher.Search(index.View, question, new QuestionPostings(index.View, question), _ => true).Documents;

            ours.Count.ShouldBe(Math.Min(10, theirs.Count), question.Text);
            ours.ShouldAllBe(document => theirs.Contains(document.Document.Document.Name), question.Text);
        }
    }

    /// <summary>Every term as one word that no tokenizer takes apart.</summary>
    private static string Words(IEnumerable<string> terms, string between) =>
        string.Join(between, terms.Select(term => "t" + Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(term))));

    private static void Run(SqliteConnection database, string sql)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static HashSet<string> Names(SqliteConnection database, string sql)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader rows = command.ExecuteReader();
        HashSet<string> names = [];
        while (rows.Read()) { names.Add(rows.GetString(0)); }
        return names;
    }
}
