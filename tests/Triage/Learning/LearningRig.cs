using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Bot.Triage;
using Bot.Triage.Engines;
using Bot.Triage.Learning;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.Learning;

/// <summary>The whole program on a small corpus and a short regression log, so that a real training takes a second.</summary>
internal sealed class LearningRig : IAsyncDisposable
{
    public const string Page = "/console/learning";

    private readonly TempFolder _folder = new();

    public LearningRig() => SmallCorpus.Write(_folder.Path);

    public BotHost Host { get; private set; } = null!;

    public HttpClient Admin { get; private set; } = null!;

    public string Data => _folder.File("data");

    public EngineSource Engines => Host.Get<EngineSource>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task StartAsync(params (string Key, string Value)[] settings)
    {
        Host = await BotHost.StartAsync(Data, settings:
            [("Triage:Corpus", SmallCorpus.Folder(_folder.Path)), ("Learning:Regression", SmallCorpus.Log(_folder.Path)), .. settings]);
        await Host.Get<EngineSource>().GetAsync(Token);
        Admin = await Host.SignInAsync("管理员", Access.Admin);
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        Admin.Dispose();
        await Host.DisposeAsync();
    }

    public async Task CorrectAsync(params (string Text, Kind Kind)[] corrections) =>
        await Host.Get<WriteQueue>().RunAsync((db, _) =>
        {
            foreach ((string text, Kind kind) in corrections)
            {
                db.Add(new MessageCorrection
                {
                    MessageSeq = 1_000_000 + Random.Shared.Next(),
                    Group = "一网格群",
                    Sender = "1-1-101",
                    Role = SenderRole.Resident,
                    Text = text,
                    Before = kind == Kind.Chat ? Kind.Issue : Kind.Chat,
                    After = kind,
                    Intent = ExampleIntents.Of(kind, Intent.None, text, byStaff: false),
                    By = "陈秀兰",
                    At = DateTimeOffset.UnixEpoch.AddYears(60),
                });
            }
            return Task.FromResult(true);
        }, Token);

    /// <summary>What a wrong hand may do: every matter of the corpus is called chat.</summary>
    public Task PoisonAsync() => CorrectAsync([.. Bot.Triage.Classifier.Corpus.Read(SmallCorpus.Folder(_folder.Path))
        .Where(row => row.Kind is Kind.Issue or Kind.Emergency).Select(row => (row.Text, Kind.Chat)), .. SmallCorpus.Lines.Where(row => row.Opens).Select(row => (row.Text, Kind.Chat))]);

    /// <summary>Presses the button and waits until the training has ended.</summary>
    public async Task<string> TrainAsync()
    {
        await Admin.PostFormAsync(Page, Page + "/train");
        await EndedAsync();
        return await Admin.GetTextAsync(Page);
    }

    public Task EndedAsync() => Eventually.TrueAsync(() => !Host.Get<TrainingDesk>().State.Running, "the training ends");

    public async Task<List<EngineVersion>> VersionsAsync()
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<EngineVersion>().OrderBy(version => version.Number).ToListAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }
}
