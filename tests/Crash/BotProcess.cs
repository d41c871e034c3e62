using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Tests.Support;

namespace Tests.Crash;

/// <summary>The built program in a process of its own, on a port of its own choice.</summary>
internal sealed partial class BotProcess : IDisposable
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Process _process;

    private BotProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
    }

    /// <summary>What it last wrote to standard error.</summary>
    public string Errors => string.Join('\n', _errors);

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public static BotProcess Start(string folder, IReadOnlyDictionary<string, string> settings)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Repository.File("artifacts", "bin", "Bot", Configuration, "bot.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        foreach ((string key, string value) in settings)
        {
            start.Environment[key] = value;
        }
        BotProcess bot = new(start);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Makes it kill itself when it reaches <paramref name="step"/> for the n-th time; on one channel, where it is named.</summary>
    public static KeyValuePair<string, string>[] CrashAt(string step, int count, string? channel = null) =>
    [
        new("DOTNET_STARTUP_HOOKS", Repository.File("artifacts", "bin", "CrashHook", Configuration, "CrashHook.dll")),
        new("BOT_CRASH_AT", channel is null ? $"{step}:{count}" : $"{step}:{count}:{channel}"),
    ];

    /// <summary>Where it listens; null when it died before it did.</summary>
    public async Task<Uri?> AddressAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_address.Task, _process.WaitForExitAsync(cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return _address.Task.IsCompletedSuccessfully ? await _address.Task : null;
    }

    public Task ExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>SIGKILL: no handler, no flush, no goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using (Process terminate = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await terminate.WaitForExitAsync(cancellationToken);
        }
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is not null && Address().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Value));
        }
    }

    private void Remember(string? line)
    {
        if (line is not null)
        {
            _errors.Enqueue(line);
        }
        if (_errors.Count > 40)
        {
            _errors.TryDequeue(out _);
        }
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Address();
}
