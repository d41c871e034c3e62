using System.Net;
using System.Net.Http.Headers;

namespace Knowledge.Reading.Web;

/// <summary>
/// Reads the page or file at an address of the public web. An admin names the address, and still it may lead anywhere: no credentials,
/// no cookies and no proxy go with it, every host is checked where it is connected to, and what comes back has a limit.
/// </summary>
public sealed class WebReader : IDisposable
{
    private const int LongestAddress = 2_000;

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/html"] = ".html",
        ["application/xhtml+xml"] = ".html",
        ["text/plain"] = ".txt",
        ["text/markdown"] = ".md",
        ["text/csv"] = ".csv",
        ["application/pdf"] = ".pdf",
        ["application/msword"] = ".doc",
        ["application/vnd.ms-excel"] = ".xls",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["application/octet-stream"] = "",
    };

    private readonly FileReader _files;
    private readonly WebAccess _access;
    private readonly HttpMessageInvoker _web;

    public WebReader(FileReader files, WebAccess? access = null)
    {
        _files = files;
        _access = access ?? new WebAccess();
        _web = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = new CheckedConnection(_access).ConnectAsync,
            MaxResponseHeadersLength = 32,
            // no connection outlives the check of its address
            PooledConnectionLifetime = TimeSpan.Zero,
        });
    }

    /// <summary>Never throws for what stands there. The document's name is the last part of the address.</summary>
    public async Task<ReadResult> ReadAsync(string address, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(_access.Time);
        try
        {
            return await FollowAsync(Checked(null, address), late.Token).ConfigureAwait(false);
        }
        catch (ReadException e)
        {
            return Fault(e.Fault, e.Place);
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is ReadException inner ? Fault(inner.Fault, inner.Place) : Fault(ReadFault.NoConnection, null);
        }
        // a connection that breaks, or what is packed and does not unpack
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return Fault(ReadFault.NoConnection, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fault(ReadFault.WebTooSlow, null);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _web.Dispose();

    private async Task<ReadResult> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (int i = 0; i <= _access.Redirects; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("text/html, application/xhtml+xml, application/pdf, text/*;q=0.8, */*;q=0.5");
            using HttpResponseMessage response = await _web.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is < 300 or > 399 || response.Headers.Location is not { } next)
            {
                return await TakeAsync(address, response, cancellationToken).ConfigureAwait(false);
            }
            address = Checked(address, next.OriginalString);
        }
        throw new ReadException(ReadFault.TooManyRedirects);
    }

    private async Task<ReadResult> TakeAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode != HttpStatusCode.OK) { throw new ReadException(ReadFault.WebRefused, $"{(int)response.StatusCode}"); }
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        string path = Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/');
        string extension = type?.MediaType is not { } media ? "" : Extensions.TryGetValue(media, out string? known) ? known : throw new ReadException(ReadFault.UnknownKind);
        extension = extension.Length > 0 ? extension : Path.GetExtension(path);
        byte[] bytes = await BytesAsync(response.Content, cancellationToken).ConfigureAwait(false);
        string last = Path.GetFileNameWithoutExtension(path);
        // parsing takes its time, and the caller has other things to do
        ReadResult read = await Task.Run(() => _files.Read(last.Length > 0 ? last : address.Host, extension, bytes, type?.CharSet?.Trim('"'), cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return read.Document is { Header.Issuer: null } document
            ? read with { Document = document with { Header = document.Header with { Issuer = address.Host } } } : read;
    }

    private async Task<byte[]> BytesAsync(HttpContent content, CancellationToken cancellationToken)
    {
        int most = _files.Limits.Bytes;
        if (content.Headers.ContentLength > most) { throw new ReadException(ReadFault.TooLarge, $"{content.Headers.ContentLength / 1024 / 1024} MB"); }
        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using MemoryStream taken = new();
        byte[] buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (taken.Length + read > most) { throw new ReadException(ReadFault.TooLarge, $"> {most / 1024 / 1024} MB"); }
            taken.Write(buffer, 0, read);
        }
        return taken.ToArray();
    }

    private static Uri Checked(Uri? from, string said)
    {
        string address = said.Trim();
        if (address.Length > LongestAddress || !Uri.TryCreate(from ?? new Uri("about:blank"), address, out Uri? found)
            || found.Scheme is not ("http" or "https") || found.Host.Length == 0 || found.UserInfo.Length > 0)
        {
            throw new ReadException(ReadFault.BadAddress);
        }
        return found;
    }

    private ReadResult Fault(ReadFault fault, string? place) => new(null, FaultWords.Of(fault, place, _files.Limits)) { Fault = fault, Place = place, Kind = FileKind.Page };
}
