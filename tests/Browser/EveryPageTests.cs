using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Tests.Browser;

/// <summary>No page scrolls sideways, complains, weighs too much or shuts somebody out.</summary>
public sealed class EveryPageTests(FilledRig rig) : IClassFixture<FilledRig>
{
    public static TheoryData<string> Addresses => [.. ConsolePages.Samples.Values, .. ConsolePages.More];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Everybody_can_use_it(string address)
    {
        Chromium.SkipWithout();
        Axe.SkipWithout();
        (await new PageLook(rig.Page).LookAsync(address.Replace("{doubt}", $"{rig.Doubt}", StringComparison.Ordinal))).ShouldBeEmpty(address);
    }

    [Fact]
    public async Task The_checker_checks()
    {
        Axe.SkipWithout();
        IPage page = await rig.OpenAsync();
        await page.SetContentAsync("<html lang='zh-CN'><title>x</title><main><p style='color:#bbb;background:#fff'>看不清</p><input></main></html>");
        string[] findings = await Axe.FindingsAsync(page);
        findings.ShouldContain(finding => finding.StartsWith("color-contrast", StringComparison.Ordinal));
        findings.ShouldContain(finding => finding.StartsWith("label", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_has_a_row()
    {
        Chromium.SkipWithout();
        string[] routes =
        [
            .. rig.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
                .Where(route => route.StartsWith("/console", StringComparison.Ordinal) || route.StartsWith("/playground", StringComparison.Ordinal))
                .Distinct(),
        ];
        routes.Except(ConsolePages.NoPages).Except(ConsolePages.Samples.Keys).ShouldBeEmpty("a page without a row in ConsolePages");
        ConsolePages.NoPages.Concat(ConsolePages.Samples.Keys).Except(routes).ShouldBeEmpty("a row without a page");
    }
}
