namespace Bot.Commands;

/// <summary>Shows on stderr how far long work is: a bar on a terminal, one line per 10 % elsewhere.</summary>
public sealed class ProgressBar(string title) : IProgress<double>, IDisposable
{
    private const int Width = 30;
    private readonly Lock _lock = new();
    private readonly bool _terminal = !System.Console.IsErrorRedirected;
    private int _shown;
    private bool _drawn;

    public void Report(double value)
    {
        lock (_lock)
        {
            int percent = (int)Math.Clamp(Math.Floor(value * 100), 0, 100);
            int step = _terminal ? 1 : 10;
            if (percent / step == _shown / step)
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
