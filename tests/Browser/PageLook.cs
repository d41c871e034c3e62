using Microsoft.Playwright;

namespace Tests.Browser;

/// <summary>Looks at one page as phones, small phones, desks and people who enlarge see it, and keeps what is wrong.</summary>
internal sealed class PageLook
{
    private const int Heaviest = 100 * 1024;

    /// <summary>Half of 1280×800 is what 200 % zoom leaves.</summary>
    private static readonly (string Name, int Width, int Height)[] Sizes =
        [("phone", 390, 844), ("small phone", 320, 568), ("200 %", 640, 400), ("desk", 1280, 800)];

    private readonly IPage _page;
    private readonly List<string> _wrong = [];
    private string _look = "";

    public PageLook(IPage page)
    {
        _page = page;
        _page.Console += OnConsole;
        _page.PageError += OnError;
    }

    public async Task<IReadOnlyList<string>> LookAsync(string address)
    {
        foreach (bool large in new[] { false, true })
        {
            _look = large ? "大字" : "";
            await _page.Context.AddCookiesAsync([new() { Name = "bot.large", Value = large ? "1" : "0", Url = new Uri(_page.Url).GetLeftPart(UriPartial.Authority) }]);
            IResponse? answer = await _page.GotoAsync(address);
            Expect(answer?.Status == 200, $"status {answer?.Status}");
            await WeighAsync();
            foreach ((string name, int width, int height) in Sizes)
            {
                await _page.SetViewportSizeAsync(width, height);
                await FitsAsync(name);
                if (width is 390 or 1280) { _wrong.AddRange((await Axe.FindingsAsync(_page)).Select(finding => $"{name} {_look} {finding}")); }
            }
        }
        _page.Console -= OnConsole;
        _page.PageError -= OnError;
        return _wrong;
    }

    private async Task FitsAsync(string name)
    {
        string[] wide = await _page.EvaluateAsync<string[]>("""
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) { return []; }
              return [`${root.scrollWidth - root.clientWidth} px too wide: `
                + [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > root.clientWidth + 1).slice(-2).map(each => each.outerHTML.slice(0, 120)).join(' | ')];
            }
            """);
        _wrong.AddRange(wide.Select(line => $"{name} {_look} {line}"));
    }

    /// <summary>What the page and all it needs weigh on the way, photos left out, nothing taken from the cache.</summary>
    private async Task WeighAsync()
    {
        int weight = await _page.EvaluateAsync<int>("""
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource').filter(each => !each.name.includes('/photos/'))]
              .reduce((sum, each) => sum + each.encodedBodySize + 300, 0)
            """);
        Expect(weight is > 0 and <= Heaviest, $"{weight} bytes");
    }

    private void Expect(bool held, string otherwise)
    {
        if (!held) { _wrong.Add($"{_look} {otherwise}"); }
    }

    private void OnConsole(object? sender, IConsoleMessage line)
    {
        if (line.Type == "error") { _wrong.Add($"{_look} console: {line.Text}"); }
    }

    private void OnError(object? sender, string error) => _wrong.Add($"{_look} {error}");
}
