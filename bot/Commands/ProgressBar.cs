using System.Diagnostics;

namespace Bot.Commands;

/// <summary>Shows on stderr how far long work is: a bar on a terminal, one line per 10 % elsewhere.</summary>
/// <param name="patience">For how long nothing is shown, so that short work stays quiet.</param>
public sealed class ProgressBar(string title, TimeSpan patience = default) : IProgress<double>, IDisposable
{
    private const int Width = 30;
    private readonly Lock _lock = new();
    private readonly bool _terminal = !System.Console.IsErrorRedirected;
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _shown;
    private bool _drawn;

    public void Report(double value)
    {
        lock (_lock)
        {
            int percent = (int)Math.Clamp(Math.Floor(value * 100), 0, 100);
            int step = _terminal ? 1 : 10;
            if (percent / step == _shown / step || Stopwatch.GetElapsedTime(_start) < patience)
            {
                return;
            }
            _shown = percent;
            Draw(percent);
        }
    }

    /// <summary>Ends the bar's line.</summary>
    public void Dispose()
    {
        if (_drawn)
        {
            System.Console.Error.WriteLine();
            _drawn = false;
        }
    }

    private void Draw(int percent)
    {
        if (!_terminal)
        {
            System.Console.Error.WriteLine($"{title} {percent / 10 * 10} %");
            return;
        }
        int full = percent * Width / 100;
        System.Console.Error.Write($"\r{title} [{new string('#', full)}{new string('.', Width - full)}] {percent,3} %");
        _drawn = true;
    }
}
