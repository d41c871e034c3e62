using System.Diagnostics;

/// <summary>
/// Loaded into the bot's own process through DOTNET_STARTUP_HOOKS: kills it, as kill -9 does,
/// when the step named by BOT_CRASH_AT ("step:n", or "step:n:channel") is reached for the n-th time.
/// </summary>
#pragma warning disable CA1050, IDE0130 // the runtime looks for this very name
internal sealed class StartupHook
#pragma warning restore CA1050, IDE0130
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("BOT_CRASH_AT")?.Split(':') is [string step, string count, ..] parts)
        {
            DiagnosticListener.AllListeners.Subscribe(new Listeners(new Killer(step, int.Parse(count), parts.ElementAtOrDefault(2))));
        }
    }

    private sealed class Listeners(Killer killer) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Bot.Steps")
            {
                value.Subscribe(killer);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Killer(string step, int count, string? channel) : IObserver<KeyValuePair<string, object?>>
    {
        private int _left = count;

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == step && (channel is null || value.Value as string == channel) && Interlocked.Decrement(ref _left) == 0)
            {
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
