using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>Everything can be reached by keys alone, and one sees where one is.</summary>
public sealed class KeyboardTests(FilledRig rig) : IClassFixture<FilledRig>
{
    private const string Shown =
        """
        () => {
          const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
          const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
          return at === document.body ? 'body' : !ring ? 'no ring: ' + at.outerHTML.slice(0, 120) : box.bottom < 0 || box.top > innerHeight ? 'out of sight: ' + at.outerHTML.slice(0, 120) : '';
        }
        """;

    [Fact]
    public async Task The_first_stop_leads_past_the_bar()
    {
        IPage page = await rig.SignInAsync(FilledRig.Lead, 1280, 800);
        await page.GotoAsync("/console/tickets");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/console/review")]
    [InlineData("/console/tickets/3")]
    [InlineData("/console/new")]
    [InlineData("/console/more")]
    public async Task Every_stop_is_seen_and_in_reading_order(string address)
    {
        IPage page = await rig.SignInAsync(FilledRig.Lead, 1280, 800);
        await page.GotoAsync(address);
        (await page.EvaluateAsync<int>("document.querySelectorAll('[tabindex]:not([tabindex=\"0\"], [tabindex=\"-1\"])').length")).ShouldBe(0);
        for (int stop = 0; stop < 40; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            string wrong = await page.EvaluateAsync<string>(Shown);
            if (wrong == "body") { return; }
            wrong.ShouldBeEmpty($"{address}, stop {stop}");
        }
    }

    [Fact]
    public async Task Single_keys_lead_on_and_can_be_switched_off()
    {
        IPage page = await rig.SignInAsync(FilledRig.Lead, 1280, 800);
        await page.Keyboard.PressAsync("?");
        await Expect(page).ToHaveURLAsync(new Regex("/console/keys$"));
        await page.Keyboard.PressAsync("d");
        await Expect(page).ToHaveURLAsync(new Regex("/console/review$"));
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-card].picked")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("o");
        await Expect(page).ToHaveURLAsync(new Regex("/console/tickets/[0-9]+$"));
        await page.Keyboard.PressAsync("n");
        await Expect(page).ToHaveURLAsync(new Regex("/console/new$"));
        await page.GetByLabel("什么事").FocusAsync();
        await page.Keyboard.TypeAsync("d?");
        await Expect(page.GetByLabel("什么事")).ToHaveValueAsync("d?");

        await page.GotoAsync("/console/keys");
        await page.GetByRole(AriaRole.Button, new() { Name = "关掉快捷键" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "打开快捷键" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("d");
        await Expect(page).ToHaveURLAsync(new Regex("/console/keys$"));
    }
}
