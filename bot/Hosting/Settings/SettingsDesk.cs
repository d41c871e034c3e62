using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace Bot.Hosting.Settings;

/// <summary>What the program runs with beside what is saved, which holds from the next start on.</summary>
internal sealed class SettingsDesk : IDisposable
{
    private readonly IConfiguration _running;
    private readonly SavedSettingsProvider _saved;
    private readonly IConfigurationProvider[] _weaker;
    private readonly IConfigurationProvider[] _stronger;
    private readonly SemaphoreSlim _turn = new(1, 1);

    public SettingsDesk(IConfiguration configuration)
    {
        _running = configuration;
        IConfigurationProvider[] all = [.. ((IConfigurationRoot)configuration).Providers];
        int place = Array.FindIndex(all, provider => provider is SavedSettingsProvider);
        _saved = (SavedSettingsProvider)all[place];
        (_weaker, _stronger) = (all[..place], all[(place + 1)..]);
    }

    public SavedSettingsFile File => _saved.File;

    /// <summary>For who reads the file to change it.</summary>
    public async Task<T> OneAtATimeAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>What the program would run with if it started now with these.</summary>
    public IConfigurationRoot With(SavedSettings saved) => new ConfigurationRoot(
    [
        .. _weaker.Select(provider => new FrozenProvider(provider)),
        new MemoryConfigurationProvider(new MemoryConfigurationSource { InitialData = saved.InUse() }),
        .. _stronger.Select(provider => new FrozenProvider(provider)),
    ]);

    /// <summary>Where it is set, for people, when that is the environment or the command line, which what is saved does not change; else null.</summary>
    public string? FixedBy(string key) => Array.FindLast(_stronger, provider => Has(provider, key)) switch
    {
        null => null,
        EnvironmentVariablesConfigurationProvider => $"环境变量 {SettingsSources.Prefix}{key.Replace(":", "__", StringComparison.Ordinal)}",
        _ => "启动的命令行",
    };

    /// <summary>What the files beside the program say; null for nothing.</summary>
    public string? Below(string key)
    {
        string? value = null;
        return Array.FindLast(_weaker, provider => provider.TryGet(key, out value)) is null ? null : value ?? "";
    }

    /// <summary>Whether anything of it stands in the files beside the program, which what is saved cannot take away.</summary>
    public bool IsBelow(string key) => Array.Exists(_weaker, provider => Has(provider, key));

    /// <summary>Whether a start now would change what runs.</summary>
    public bool IsPending(string section, SavedSettings saved) => !Flat(_running, section).SetEquals(Flat(With(saved), section));

    /// <summary>Where the problems stand that a person may look for in vain in the settings they write.</summary>
    public IEnumerable<string> WhereSaved(IEnumerable<SettingProblem> problems) => problems.Any(problem => _saved.TryGet(problem.Key, out _) && FixedBy(problem.Key) is null)
        ? [$"上面 Channels: 开头的是在“渠道”页保存的，存在 {File.Location} 里。管理员可以把这个文件移走，启动后在“渠道”页重新填。"]
        : [];

    private static HashSet<(string, string)> Flat(IConfiguration configuration, string section) =>
        [.. configuration.GetSection(section).AsEnumerable().Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => (pair.Key.ToUpperInvariant(), pair.Value!))];

    private static bool Has(IConfigurationProvider provider, string key) => provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any();
}
