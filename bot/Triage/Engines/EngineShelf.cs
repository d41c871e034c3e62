using Bot.Storage;
using Bot.Triage.Classifier;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.Engines;

/// <summary>The engines trained here: rows of a table and their files in the data folder.</summary>
public sealed class EngineShelf(DataFolder folder, IDbContextFactory<BotDbContext> contexts)
{
    public string Folder => folder.File("models");

    public async Task<IReadOnlyList<EngineVersion>> ListAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<EngineVersion>().AsNoTracking().OrderByDescending(engine => engine.Number).ToListAsync(cancellationToken);
    }

    /// <summary>Null when that of the program is in use.</summary>
    public async Task<EngineVersion?> InUseAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<EngineVersion>().AsNoTracking().FirstOrDefaultAsync(engine => engine.State == EngineState.InUse, cancellationToken);
    }

    /// <summary>The engine, or why it cannot be used, for people.</summary>
    public (TriageModel? Model, string? Trouble) Open(EngineVersion engine)
    {
        if (engine.Features != TriageModel.Features)
        {
            return (null, $"程序更新了，{engine.Number}号版本是旧程序训练的，不能再用");
        }
        if (engine.FileName is null || !File.Exists(PathOf(engine)))
        {
            return (null, $"{engine.Number}号版本的文件不见了");
        }
        try
        {
            return (TriageModel.Load(PathOf(engine)), null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (null, $"{engine.Number}号版本的文件坏了，读不出来");
        }
    }

    /// <summary>Writes the file under a name of its own.</summary>
    public string Put(TriageModel model, DateTimeOffset now)
    {
        Directory.CreateDirectory(Folder);
        string name = $"learned-{now.ToUnixTimeMilliseconds():x}-{model.Version}.model";
        model.Save(Path.Combine(Folder, name));
        return name;
    }

    /// <summary>Removes the files no row names any more.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Folder)) { return; }
        HashSet<string?> named = [.. (await ListAsync(cancellationToken)).Select(engine => engine.FileName)];
        foreach (string file in Directory.EnumerateFiles(Folder, "learned-*.model").Where(file => !named.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }

    private string PathOf(EngineVersion engine) => Path.Combine(Folder, engine.FileName!);
}
