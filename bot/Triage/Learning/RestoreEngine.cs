using Bot.Storage;
using Bot.Triage.Classifier;
using Bot.Triage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.Learning;

/// <summary>用回这一版: an earlier engine decides again; number 0 is the one that comes with the program.</summary>
public sealed record RestoreEngine(int Number);

public sealed class RestoreEngineHandler(EngineShelf shelf, EngineSource engines, TrainingDesk desk, WriteQueue writes)
{
    public const int BuiltIn = 0;

    /// <returns>Null when it is in use, else why not.</returns>
    public async Task<string?> HandleAsync(RestoreEngine command, CancellationToken cancellationToken)
    {
        if (desk.State.Running) { return "正在训练，等它做完再换"; }
        if (engines.Current is null) { return "识别程序还在准备，等一下再换"; }
        (Engine? engine, string? trouble) = await OpenAsync(command.Number, cancellationToken);
        if (engine is null) { return trouble; }
        return await writes.RunAsync(async (db, token) =>
        {
            EngineVersion? wanted = await db.Set<EngineVersion>().FirstOrDefaultAsync(one => one.Number == command.Number, token);
            if (command.Number != BuiltIn && wanted is not { State: EngineState.Spare or EngineState.InUse }) { return $"{command.Number}号版本刚被清理掉了"; }
            await db.RetireAsync(token);
            if (wanted is not null) { wanted.State = EngineState.InUse; }
            db.AfterCommit(() => engines.Use(engine));
            return null;
        }, cancellationToken);
    }

    private async Task<(Engine?, string?)> OpenAsync(int number, CancellationToken cancellationToken)
    {
        if (number == BuiltIn) { return (await engines.BuiltInAsync(cancellationToken), null); }
        if ((await shelf.ListAsync(cancellationToken)).FirstOrDefault(one => one.Number == number) is not { } stored) { return (null, $"没有{number}号版本"); }
        if (stored.State == EngineState.Refused) { return (null, $"{number}号版本没有通过比较，不能用"); }
        (TriageModel? model, string? trouble) = await Task.Run(() => shelf.Open(stored), cancellationToken);
        return (model is null ? null : new Engine(model, number), trouble);
    }
}
