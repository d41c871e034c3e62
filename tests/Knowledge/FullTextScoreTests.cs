using Knowledge;
using Knowledge.Search;
using Knowledge.Terms;
using Microsoft.Data.Sqlite;

namespace Tests.Knowledge;

/// <summary>
/// The full-text index of the database, which scores by BM25 too, puts the same passage first, or one of the same score: pairs of
/// characters alone, its k1 and its inverse frequency, no fields, no words of meaning.
/// </summary>
public sealed class FullTextScoreTests
{
    private const int Passages = 5_000;
    private const int Questions = 500;
    private const double K1OfDatabase = 1.2;

    [Fact]
    public void The_first_passage_is_that_of_the_database()
    {
        RandomTexts texts = new(11);
        IndexCore core = new(new FieldWeights(Title: 0, Heading: 0, Questions: 0));
        using SqliteConnection database = new("Data Source=:memory:");
        database.Open();
        Run(database, "CREATE VIRTUAL TABLE texts USING fts5(terms, tokenize = \"unicode61 categories 'L* N*'\")");
        using (SqliteTransaction transaction = database.BeginTransaction())
        {
            for (int i = 0; i < Passages; i++)
            {
                string text = texts.Sentence();
                core.Add(new StoredDocument(new Document($"d{i}", new DocumentHeader("-"), text), true, null), [new Chunk($"d{i}", [], text)]);
                Run(database, $"INSERT INTO texts (rowid, terms) VALUES ({i + 1}, '{string.Join(' ', TermsOf(text).Select(Word))}')");
            }
            transaction.Commit();
        }

        for (int i = 0; i < Questions; i++)
        {
            string question = texts.Question();
            string[] pairs = [.. TermsOf(question).Where(term => term is [>= '\u2E80', _]).Distinct()];
            if (pairs.Length == 0) { continue; }
            int first = First(database, pairs) - 1;
            float[] ours = Score(core, pairs);
            (first >= 0 ? ours[first] : 0).ShouldBe(ours.Max(), 1e-4f, question);
        }
    }

    private static float[] Score(IndexCore core, string[] pairs)
    {
        float[] scores = new float[core.Passages.Count];
        double average = core.Passages.LiveLength / (double)core.Passages.Live;
        foreach (TermEntry entry in pairs.Select(pair => core.Find(pair)).OfType<TermEntry>())
        {
            int holding = entry.Passages.Live;
            double rarity = Math.Max(1e-6, Math.Log((core.Passages.Live - holding + 0.5) / (holding + 0.5)));
            Bm25.Add(scores, entry.Passages.Items, core.Passages.Lengths, average, rarity, K1OfDatabase);
        }
        return scores;
    }

    /// <summary>As the index counts them: a character alone only comes beside its pairs.</summary>
    private static List<string> TermsOf(string text)
    {
        List<string> terms = [];
        foreach (ReadOnlySpan<char> term in new TermReader(Folding.Fold(text)))
        {
            if (term is not [>= '\u2E80']) { terms.Add(term.ToString()); }
        }
        return terms;
    }

    private static string Word(string term) => "t" + Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(term));

    private static int First(SqliteConnection database, string[] pairs)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = $"SELECT rowid FROM texts WHERE terms MATCH '{string.Join(" OR ", pairs.Select(Word))}' ORDER BY bm25(texts) LIMIT 1";
        return Convert.ToInt32(command.ExecuteScalar() ?? 0);
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
