using System.Net;
using System.Text.RegularExpressions;

namespace Tests.Support;

/// <summary>Posts forms as the page that holds them does.</summary>
internal static partial class Forms
{
    /// <summary>Loads <paramref name="page"/>, takes the token of a form in it, and posts the fields to <paramref name="action"/>.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string html = await client.GetStringAsync(page, cancellationToken);
        string token = TokenOf(html);
        using FormUrlEncodedContent form = new(fields.Append((Name: "__RequestVerificationToken", Value: token))
            .Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(action, form, cancellationToken);
    }

    /// <summary>The same with files, under the name that every page gives them.</summary>
    public static async Task<HttpResponseMessage> PostFilesAsync(this HttpClient client, string page, string action, params (string Name, byte[] Content)[] files)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using MultipartFormDataContent form = new() { { new StringContent(TokenOf(await client.GetStringAsync(page, cancellationToken))), "__RequestVerificationToken" } };
        foreach ((string name, byte[] content) in files) { form.Add(new ByteArrayContent(content), "files", name); }
        return await client.PostAsync(action, form, cancellationToken);
    }

    public static string TokenOf(string html) => WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);

    /// <summary>The page as a reader sees its words.</summary>
    public static async Task<string> GetTextAsync(this HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(page, TestContext.Current.CancellationToken));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
