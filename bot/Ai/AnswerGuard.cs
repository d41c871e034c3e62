using System.Net.Http.Headers;

namespace Bot.Ai;

/// <summary>Reads an answer whole, no more than a limit of it and only when it calls itself JSON; of a refusal not a word.</summary>
internal sealed class AnswerGuard(HttpMessageHandler inner, int largest = AnswerGuard.Words) : DelegatingHandler(inner)
{
    private const int Words = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        HttpContent received = response.Content;
        try
        {
            response.Content = response.IsSuccessStatusCode ? Json(await ReadAsync(received, cancellationToken)) : Json([]);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
        finally
        {
            received.Dispose();
        }
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new ModelException(ModelOutcome.WrongType);
        }
        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[largest + 1];
        int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= largest ? buffer[..length] : throw new ModelException(ModelOutcome.TooLarge);
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
