using Microsoft.Playwright;

namespace Tests.Browser;

/// <summary>Debian's Chromium; every window has cookies of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const int Patience = 20_000;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static bool IsInstalled => File.Exists(Program);

    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        return new Chromium(playwright, browser);
    }

    public static void SkipWithout() => Assert.SkipUnless(IsInstalled, $"{Program} not found: apt-get install chromium fonts-noto-cjk");

    public async Task<IPage> OpenAsync(Uri address, int width = 390, int height = 844, bool script = true)
    {
        IBrowserContext context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            HasTouch = width < 600,
            IsMobile = width < 600,
            DeviceScaleFactor = 2,
            Locale = "zh-CN",
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
