using System.Text.Json;
using Microsoft.Playwright;
using Tests.Support;

namespace Tests.Browser;

/// <summary>axe-core: what a page asks of people who see, hear or tap less well.</summary>
internal static class Axe
{
    private static readonly string Script = Repository.File("tests", "node_modules", "axe-core", "axe.min.js");
    private static readonly Lazy<string> Source = new(() => File.ReadAllText(Script));

    public static void SkipWithout() => Assert.SkipUnless(File.Exists(Script), "axe-core not found: npm ci --prefix tests");

    /// <summary>Serious and critical findings against WCAG 2.2 AA, a line for each element.</summary>
    public static async Task<string[]> FindingsAsync(IPage page)
    {
        // evaluated by the debugger: the page's own policy lets no foreign script in
        if (await page.EvaluateAsync<bool>("typeof window.axe === 'undefined'")) { await page.EvaluateAsync(Source.Value); }
        JsonElement found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
              .filter(each => each.impact === 'serious' || each.impact === 'critical')
              .flatMap(each => each.nodes.slice(0, 3).map(node => `${each.id}: ${node.html.slice(0, 160)} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''})`))
            """);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }
}
