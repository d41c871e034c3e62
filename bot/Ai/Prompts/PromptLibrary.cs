using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Bot.Ai.Prompts;

/// <summary>The prompt files, read once when a model is configured; a broken one stops the start.</summary>
public sealed class PromptLibrary(IOptions<AiOptions> options) : IHostedService
{
    private const string Ending = ".prompt.md";
    private FrozenDictionary<string, PromptFile> _files = FrozenDictionary<string, PromptFile>.Empty;

    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "prompts");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsOn) { _files = Read(options.Value.Prompts ?? DefaultFolder); }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="name">Path below the folder without ending: "triage/second-opinion".</param>
    public PromptFile Get(string name) => _files.TryGetValue(name, out PromptFile? file) ? file
        : throw new PromptException(Path.Combine(options.Value.Prompts ?? DefaultFolder, name + Ending), 1, "没有这个文件");

    internal static FrozenDictionary<string, PromptFile> Read(string folder) => Directory
        .EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories)
        .ToFrozenDictionary(
            path => Path.GetRelativePath(folder, path)[..^Ending.Length].Replace(Path.DirectorySeparatorChar, '/'),
            path => PromptReader.Read(path, File.ReadAllText(path)));
}
