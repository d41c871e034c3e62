using System.CommandLine;
using Knowledge;
using Knowledge.Reading;

namespace Bot.Commands;

/// <summary><c>bot index</c>: brings a knowledge store up to date with a folder of documents.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        Option<string> documents = new("--documents") { Description = $"Folder of documents ({string.Join(", ", FileReader.Extensions)}), read with its subfolders.", HelpName = "DIR", Required = true };
        Option<string> store = new("--store") { Description = "Folder of the knowledge store; made where there is none.", HelpName = "DIR", Required = true };
        Option<string> questions = new("--questions")
        {
            Description = "Labelled questions, a JSON object a line: id, question, and answerable (true or false) or document (null where none answers). Sets the store's threshold.",
            HelpName = "Q.jsonl",
        };
        Command command = new("index", "Reads a folder of documents into a knowledge store: new and changed ones are read, those that are gone are removed. Says on stderr what became of each.")
        {
            documents, store, questions,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(documents), parsed.GetRequiredValue(store), parsed.GetValue(questions), cancellationToken)));
        return command;
    }

    private static int Run(string folder, string storeFolder, string? questions, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Path, string Name)> files = KnowledgeFolders.Documents(folder);
        SkippedLines skipped = new(questions ?? "");
        List<QuestionLine> labelled = questions is null ? [] : Labelled(questions, skipped);
        using KnowledgeBase store = StoreFolders.OpenOrMake(storeFolder);
        IndexRun run = new(store, new FileReader(), System.Console.Error.WriteLine);
        using (ProgressBar bar = new("indexing"))
        {
            run.Read(files, bar, cancellationToken);
        }
        if (files.Count == 0)
        {
            System.Console.Error.WriteLine($"{folder}: no documents ({string.Join(", ", FileReader.Extensions)})");
        }
        System.Console.Error.WriteLine(run.Summary);
        if (questions is not null) { Calibrate(store, questions, labelled); }
        return Math.Max(run.Failed > 0 ? ExitCodes.Partial : ExitCodes.Success, skipped.ExitCode);
    }

    private static List<QuestionLine> Labelled(string path, SkippedLines skipped)
    {
        List<QuestionLine> labelled = [.. QuestionLines.Read(path, skipped).Where(row => row.Answerable is not null)];
        return labelled.Exists(row => row.Answerable == true) && labelled.Exists(row => row.Answerable == false) ? labelled
            : throw new CommandException(ExitCodes.BadInput, $"{path}: needs questions that are answerable and questions that are not; label them with \"answerable\" or \"document\"");
    }

    private static void Calibrate(KnowledgeBase store, string path, List<QuestionLine> labelled)
    {
        Calibration found = store.Calibrate([.. labelled.Select(row => new LabelledQuestion(row.Question, row.Answerable!.Value))], StoreFolders.Today());
        System.Console.Error.WriteLine(
            $"{path}: threshold {found.Threshold:F4}: {found.Answered} of {found.Answerable} answerable questions answered, {found.Refused} of {found.Others} others refused, F1 {found.F1:F4}");
    }
}
