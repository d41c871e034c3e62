using System.Text.RegularExpressions;
using Bot.Grids.SignIn;
using Bot.Triage;
using Microsoft.Playwright;
using Tests.Support;

namespace Tests.Browser;

/// <summary>The whole program and Debian's Chromium.</summary>
public sealed class BrowserRig : IAsyncLifetime
{
    private Chromium? _browser;
    private TempFolder? _folder;

    public BotHost Host { get; private set; } = null!;

    public FastClock Clock { get; } = new(times: 12);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled) { return; }
        _folder = new TempFolder();
        TrainedEngine.PutInto(_folder.Path);
        Host = await BotHost.StartAsync(_folder.Path, Clock);
        _browser = await Chromium.StartAsync();
        await Eventually.TrueAsync(() => Host.Get<EngineStatus>().IsReady, "the engine is ready");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) { await _browser.DisposeAsync(); }
        if (Host is not null) { await Host.DisposeAsync(); }
        _folder?.Dispose();
    }

    /// <summary>A browser of its own cookies; skips the test where no Chromium is installed.</summary>
    public async Task<IPage> OpenAsync(int width = 390, int height = 844, bool script = true)
    {
        Chromium.SkipWithout();
        return await _browser!.OpenAsync(Host.Address, width, height, script);
    }

    /// <summary>Signs the person in through a one-time link, as they would.</summary>
    public async Task<IPage> SignInAsync(string person, string role, int width = 390, int height = 844, bool script = true)
    {
        IPage page = await OpenAsync(width, height, script);
        await page.GotoAsync(await Host.Get<SignInLinks>().CreateAsync(person, role, Token));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        // Polled: waiting for the load event misses it when the page was there first
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/console$"), new() { Timeout = 20_000 });
        return page;
    }

    /// <summary>A window of the simulated chat.</summary>
    public async Task<IPage> ChatAsync(string group, string person, int width = 820, int height = 800)
    {
        IPage page = await OpenAsync(width, height);
        await page.GotoAsync($"/playground?group={Uri.EscapeDataString(group)}&person={Uri.EscapeDataString(person)}");
        return page;
    }

    /// <summary>Two windows in one picture.</summary>
    public async Task PairAsync(IPage left, IPage right, string name)
    {
        if (Environment.GetEnvironmentVariable("BOT_SCREENSHOTS") is null or "") { return; }
        string[] pictures = [Convert.ToBase64String(await left.ScreenshotAsync()), Convert.ToBase64String(await right.ScreenshotAsync())];
        IPage both = await OpenAsync(1280, 860);
        await both.SetContentAsync(
            "<body style='margin:8px;display:flex;gap:16px;background:#8a938f'>" +
            string.Concat(pictures.Select(picture => $"<img style='height:844px;border-radius:8px' src='data:image/png;base64,{picture}'>")) + "</body>");
        await PictureAsync(both, name);
    }

    /// <summary>For the README, where BOT_SCREENSHOTS names a folder.</summary>
    public static async Task PictureAsync(IPage page, string name, bool whole = false)
    {
        if (Environment.GetEnvironmentVariable("BOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole });
        }
    }
}
