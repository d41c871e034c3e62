using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Answers;
using Bot.Answers.Library;
using Bot.Grids;
using Bot.Hosting.Settings;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Knowledge;

namespace Bot.Commands;

/// <summary><c>bot triage</c>: replays a message log through the live pipeline and writes a decision per message.</summary>
internal static class TriageCommand
{
    private static readonly DecisionJson Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Command Create()
    {
        Option<string> input = new("--input")
        {
            Description = "Messages, a JSON object a line: id, group, time (ISO 8601), sender, text, and optionally role, reply_to, images.",
            HelpName = "M.jsonl",
            Required = true,
        };
        Option<string> output = new("--output") { Description = "File for the decisions; stdout without it.", HelpName = "D.jsonl" };
        Option<string> directory = new("--directory") { Description = "What is known of the community: groups, compounds, people.", HelpName = "G.json" };
        Option<string> model = new("--model") { Description = "Engine written by 'bot train --corpus'; the built-in one without it.", HelpName = "F" };
        Option<string> store = new("--store") { Description = "Knowledge store written by 'bot index', to answer questions from; without it a person is to answer.", HelpName = "DIR" };
        Command command = new("triage", "Replays messages on their own clock, in memory, and writes what was decided of each, in input order. Asks no language model, even when one is configured.")
        {
            input, output, directory, model, store,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(input), parsed.GetValue(output), parsed.GetValue(directory), parsed.GetValue(model), parsed.GetValue(store),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string input, string? output, string? directoryPath, string? modelPath, string? storePath, CancellationToken cancellationToken)
    {
        List<string> lines = InputLines.Read(input);
        CommunityDirectory directory = directoryPath is null ? new CommunityDirectory() : ReadDirectory(directoryPath);
        ConfigurationManager settings = ReadSettings();
        CommunityOptions community = settings.GetSection(CommunityOptions.Section).Get<CommunityOptions>() ?? new();
        StorageOptions storage = settings.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        TriageModel model = modelPath is null ? BuiltIn(storage.Path) : LoadModel(modelPath);
        CommunityClock clock = new(community.Zone);
        using DocumentStore? documents = storePath is null ? null : OpenStore(storePath);
        Replay replay = new(model, directory, new TicketDeadlines(new TicketOptions(), clock),
            new ReplayQuestionBook(directory, new AnswerHours(new AnswerOptions(), clock)), documents ?? (IKnowledge)new NoKnowledge());

        using OutputFile results = new(output);
        using ProgressBar bar = new("triage");
        SkippedLines skipped = new(input);
        ReadAhead ahead = new(lines, new ChatLines(clock), replay.Read);
        await foreach (ReadLine line in ahead.LinesAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Finding is not { } finding)
            {
                skipped.Add(line.Number, line.Problem!);
                continue;
            }

            foreach (Decision decision in await replay.HearAsync(finding))
            {
                results.WriteLine(Line(decision));
            }

            bar.Report((double)line.Number / lines.Count);
        }

        foreach (Decision decision in await replay.FinishAsync())
        {
            results.WriteLine(Line(decision));
        }

        results.Complete();
        skipped.Summarise();
        return skipped.ExitCode;
    }

    private static string Line(Decision decision) => JsonSerializer.Serialize(decision, Json.Decision);

    private static DocumentStore OpenStore(string folder)
    {
        if (!KnowledgeBase.Exists(folder))
        {
            throw new CommandException(ExitCodes.MissingDependency, $"{folder}: no knowledge store there; make one with 'bot index --documents DIR --store {folder}'");
        }
        DocumentStore store = new(folder);
        return store.Open() is { } failure
            ? throw new CommandException(ExitCodes.MissingDependency, $"{folder}: the knowledge store cannot be opened: {failure.Message}")
            : store;
    }

    private static CommunityDirectory ReadDirectory(string path)
    {
        string text = string.Join('\n', InputLines.Read(path));
        return DirectoryFile.Read(text, out string? error) ?? throw new CommandException(ExitCodes.BadInput, $"{path}: {error}");
    }

    private static TriageModel LoadModel(string path) => File.Exists(path)
        ? TriageModel.Load(path)
        : throw new CommandException(ExitCodes.BadInput, $"{path}: no such model file; train one with 'bot train --corpus DIR --model {path}'");

    private static TriageModel BuiltIn(string dataFolder)
    {
        IReadOnlyList<CorpusRow> rows = Corpus.Read(Corpus.DefaultFolder);
        try
        {
            return new EngineCache(Path.Combine(dataFolder, "models")).LoadOrTrain(rows);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nowhere to keep it: a replay needs no data folder
            return TriageModel.Train(rows);
        }
    }

    private static ConfigurationManager ReadSettings()
    {
        ConfigurationManager settings = new();
        SettingsSources.AddTo(settings, Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production, []);
        return settings;
    }
}
