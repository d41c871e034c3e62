using Bot.Answers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Classifier;

namespace Bot.Triage.Learning.Regression;

/// <summary>
/// Labelled conversations that every engine must go on handling as well as before: files of a folder, each with its
/// directory beside it. Each conversation is replayed with an empty memory, through the pipeline of live messages.
/// </summary>
public sealed class RegressionLog(IReadOnlyList<RegressionLog.File> files)
{
    /// <summary>A file's conversations and what is known of their community.</summary>
    public sealed record File(string Name, CommunityDirectory Directory, IReadOnlyList<GoldThread> Threads);

    /// <summary>The one that comes with the program.</summary>
    public static string DefaultFolder => Path.Combine(Corpus.DefaultFolder, "Threads");

    public bool IsEmpty => files.All(file => file.Threads.Count == 0);

    public static RegressionLog Read(string folder)
    {
        if (!Directory.Exists(folder)) { return new RegressionLog([]); }
        return new RegressionLog([.. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(ReadFile)]);
    }

    public async Task<RegressionScore> ScoreAsync(TriageModel model, CancellationToken cancellationToken)
    {
        List<RegressionCase> cases = [];
        List<string> tooMany = [];
        (Ratio opening, Ratio emergency) = (default, default);
        foreach (File file in files)
        {
            foreach (GoldThread thread in file.Threads)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ThreadScore score = new(thread, await ReplayAsync(model, file.Directory, thread));
                cases.AddRange(RegressionCase.Of(file.Name, thread, score));
                tooMany.AddRange(score.WrongOpeners.Select(row => row.Text));
                opening += score.Opening;
                emergency += score.Emergency;
            }
        }
        return new RegressionScore(cases, tooMany, opening, emergency);
    }

    public static async Task<IReadOnlyList<Decision>> ReplayAsync(TriageModel model, CommunityDirectory directory, GoldThread thread)
    {
        CommunityClock clock = CommunityClock.China;
        Replay replay = new(model, directory, new TicketDeadlines(new TicketOptions(), clock),
            new ReplayQuestionBook(directory, new AnswerHours(new AnswerOptions(), clock)), new NoKnowledge());
        List<Decision> decisions = [];
        foreach (GoldRow row in thread.Rows)
        {
            await foreach (Decision decision in replay.HearAsync(row.ToMessage())) { decisions.Add(decision); }
        }
        decisions.AddRange(await replay.FinishAsync());
        return decisions;
    }

    private static File ReadFile(string path)
    {
        string known = Path.ChangeExtension(path, ".directory.json");
        CommunityDirectory directory = !System.IO.File.Exists(known) ? new CommunityDirectory()
            : DirectoryFile.Read(System.IO.File.ReadAllText(known), out string? error) ?? throw new InvalidDataException($"{known}: {error}");
        return new File(Path.GetFileNameWithoutExtension(path), directory, GoldThread.Read(path));
    }
}
