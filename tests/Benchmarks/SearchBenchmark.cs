using System.Diagnostics;
using System.Globalization;
using Knowledge;
using Knowledge.Stores;
using Microsoft.Data.Sqlite;

namespace Benchmarks;

/// <summary>
/// Questions over many passages: the library (search, quote and confidence) and SQLite's FTS5 over character pairs (search alone),
/// in one run. The texts are made of the sample documents' sentences, shuffled.
/// </summary>
internal static class SearchBenchmark
{
    private const int PassagesPerDocument = 5;
    private const int Questions = 200;
    private static readonly DateOnly Day = new(2026, 11, 21);

    /// <param name="samples">The folder of the sample documents.</param>
    public static void Run(string samples)
    {
        string[] sentences = [.. Directory.EnumerateFiles(samples, "*.md").SelectMany(File.ReadLines)
            .SelectMany(line => line.Split('。')).Where(part => part.Count(char.IsLetter) > 10 && part[0] is not ('#' or '<')).Order(StringComparer.Ordinal)];
        foreach (int passages in new[] { 10_000, 100_000 }) { Measure(passages, sentences); }
    }

    private static void Measure(int passages, string[] sentences)
    {
        Random random = new(1);
        List<StoredDocument> documents = [.. Enumerable.Range(0, passages / PassagesPerDocument).Select(i => new StoredDocument(Write(i, sentences, random), true, null))];
        string[] questions = [.. Enumerable.Range(0, Questions).Select(_ => Cut(sentences[random.Next(sentences.Length)]))];
        string folder = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        try
        {
            using KnowledgeBase knowledge = KnowledgeBase.Open(folder);
            long start = Stopwatch.GetTimestamp();
            int reports = 0;
            knowledge.Put(documents, new Counting(() => reports++));
            Console.WriteLine($"{passages} passages: stored and indexed in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB in all, progress told {reports} times");
            start = Stopwatch.GetTimestamp();
            knowledge.Put(new Document("new", new DocumentHeader("临时通告"), "# 临时通告\n\n口袋花园改名葵花角。"));
            bool visible = knowledge.Ask("口袋花园改叫葵花角了吗", Day).Documents.Any(found => found.Document == "new");
            Console.WriteLine($"  one document published, {(visible ? "visible" : "NOT VISIBLE")} after {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
            double ours = Median(questions, question => knowledge.Ask(question, Day), "library", warm: 2000, rounds: 5);
            using SqliteConnection database = FullText(documents);
            double theirs = Median(questions, question => Search(database, question), "FTS5", warm: 50, rounds: 1);
            Console.WriteLine($"  ratio FTS5 / library {theirs / ours:F1}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Counting(Action told) : IProgress<StoreProgress>
    {
        public void Report(StoreProgress value) => told();
    }

    private static Document Write(int number, string[] sentences, Random random)
    {
        string Passage() => string.Join('。', Enumerable.Range(0, 14).Select(_ => sentences[random.Next(sentences.Length)]));
        return new Document($"d{number}", new DocumentHeader($"文件{number}"), string.Join("\n\n", Enumerable.Range(0, PassagesPerDocument).Select(_ => Passage())));
    }

    private static string Cut(string sentence) => sentence.Length > 26 ? sentence[..26] : sentence;

    private static double Median(string[] questions, Action<string> ask, string name, int warm, int rounds)
    {
        // as after an hour of service: the compiler has settled
        for (int i = 0; i < warm; i++) { ask(questions[i % questions.Length]); }
        List<double> times = [];
        List<double> processor = [];
        foreach (string question in Enumerable.Repeat(questions, rounds).SelectMany(each => each))
        {
            (long start, TimeSpan used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            ask(question);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
        }
        times.Sort();
        processor.Sort();
        // what else the machine does makes a question wait; the processor time it takes tells what it costs
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name}: p50 {times[times.Count / 2]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms; processor p50 {processor[processor.Count / 2]:F2} ms, p99 {processor[processor.Count * 99 / 100]:F2} ms"));
        return times[times.Count / 2];
    }

    private static SqliteConnection FullText(List<StoredDocument> documents)
    {
        SqliteConnection database = new("Data Source=:memory:");
        database.Open();
        Run(database, "CREATE VIRTUAL TABLE texts USING fts5(pairs, tokenize = 'unicode61')");
        using SqliteTransaction transaction = database.BeginTransaction();
        using SqliteCommand insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO texts VALUES ($pairs)";
        SqliteParameter pairs = insert.Parameters.Add("$pairs", SqliteType.Text);
        foreach (string passage in documents.SelectMany(stored => stored.Document.Body.Split("\n\n")))
        {
            pairs.Value = string.Join(' ', Pairs(passage));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return database;
    }

    private static void Search(SqliteConnection database, string question)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = "SELECT rowid FROM texts WHERE texts MATCH $words ORDER BY bm25(texts) LIMIT 10";
        command.Parameters.AddWithValue("$words", string.Join(" OR ", Pairs(question).Distinct().Select(pair => $"\"{pair}\"")));
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read()) { }
    }

    private static IEnumerable<string> Pairs(string text) => Enumerable.Range(0, Math.Max(0, text.Length - 1))
        .Where(i => char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i + 1])).Select(i => text.Substring(i, 2));

    private static void Run(SqliteConnection database, string sql)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
