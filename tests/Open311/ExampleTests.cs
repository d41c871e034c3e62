using System.Text.RegularExpressions;
using Tests.Support;

namespace Tests.Open311;

/// <summary>The examples are sent as they stand, one after the other.</summary>
public sealed partial class ExampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_example_is_answered()
    {
        string text = await File.ReadAllTextAsync(Repository.File("bot", "Open311", "examples.http"), Token);
        Dictionary<string, string> variables = Variable().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        await using BotHost host = await BotHost.StartAsync(settings: [("Channels:Open311:Clients:hotline:ApiKey", variables["key"])]);
        variables["host"] = host.Address.ToString().TrimEnd('/');
        text = variables.Aggregate(text, (words, variable) => words.Replace("{{" + variable.Key + "}}", variable.Value, StringComparison.Ordinal));
        Match[] examples = [.. Example().Matches(text).Cast<Match>()];
        examples.Length.ShouldBe(7);
        foreach (Match example in examples)
        {
            using HttpRequestMessage request = new(new HttpMethod(example.Groups["method"].Value), example.Groups["address"].Value);
            if (request.Method == HttpMethod.Post) { request.Content = new StringContent(example.Groups["body"].Value, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"); }
            foreach (Match header in Header().Matches(example.Groups["headers"].Value).Cast<Match>().Where(header => header.Groups[1].Value != "Content-Type"))
            {
                request.Headers.Add(header.Groups[1].Value, header.Groups[2].Value);
            }
            using HttpResponseMessage response = await host.Client.SendAsync(request, Token);
            ((int)response.StatusCode).ShouldBe(200, $"{example.Groups["address"].Value}: {await response.Content.ReadAsStringAsync(Token)}");
        }
    }

    [GeneratedRegex("^@(\\w+) = (.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex("^(?<method>GET|POST) (?<address>\\S+)\\n(?<headers>(?:[A-Za-z-]+: .+\\n)*)(?:\\n(?<body>[^#\\n].*)\\n)?", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("^([A-Za-z-]+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Header();
}
