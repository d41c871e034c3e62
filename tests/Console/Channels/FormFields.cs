using System.Net;
using System.Text.RegularExpressions;

namespace Tests.Console.Channels;

/// <summary>What a browser would post of a form that nobody touched.</summary>
internal static partial class FormFields
{
    public static IReadOnlyList<(string Name, string Value)> In(string html, string action)
    {
        int start = html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, action);
        string form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        List<(string, string)> fields = [];
        foreach (Match input in Input().Matches(form))
        {
            string tag = input.Value;
            if (Has(tag, "disabled") || (Of(tag, "type") == "checkbox" && !Has(tag, "checked")) || Of(tag, "name") is not { } name) { continue; }
            fields.Add((name, Of(tag, "value") ?? ""));
        }
        foreach (Match select in Select().Matches(form))
        {
            if (Has(select.Groups[1].Value, "disabled")) { continue; }
            string[] options = [.. Option().Matches(select.Groups[2].Value).Select(option => option.Value)];
            string? chosen = options.FirstOrDefault(option => Has(option, "selected")) ?? options.FirstOrDefault();
            fields.Add((Of(select.Groups[1].Value, "name")!, chosen is null ? "" : Of(chosen, "value") ?? ""));
        }
        return fields;
    }

    private static bool Has(string tag, string attribute) => Regex.IsMatch(tag, $@"\s{attribute}(\s|=|>|/)");

    private static string? Of(string tag, string attribute) =>
        Regex.Match(tag, $"\\s{attribute}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("(<select[^>]*>)(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option();
}
