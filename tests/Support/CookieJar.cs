using System.Collections.Concurrent;

namespace Tests.Support;

/// <summary>Keeps cookies as a browser does, but never lets them expire by the real clock.</summary>
internal sealed class CookieJar(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, string> _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_cookies.IsEmpty) { request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))); }
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        foreach (string header in response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? values) ? values : [])
        {
            string[] pair = header.Split(';')[0].Split('=', 2);
            if (pair[1].Length > 0) { _cookies[pair[0]] = pair[1]; }
            else { _cookies.TryRemove(pair[0], out _); }
        }
        return response;
    }
}
