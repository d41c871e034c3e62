using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Bot.Open311;

/// <summary>Lets a request in: whose it is, whether it may, how often; answers every failure in the form of the interface.</summary>
internal sealed class Door(IOptions<Open311Options> options, Clients clients, ILogger<Door> logger)
{
    public const int LargestBody = 64 * 1024;
    private const string KeyField = "api_key";
    private const string KeyHeader = "X-Api-Key";
    private static readonly FormOptions Form = new() { ValueCountLimit = 64, KeyLengthLimit = 256, ValueLengthLimit = LargestBody };

    /// <summary>For what says where the interface is and nothing else.</summary>
    public Task OpenAsync(HttpContext http, string format, Func<Wire, Task> answer) =>
        RunAsync(http, format, wire => options.Value.IsOn ? answer(wire) : wire.WriteAsync(http, Failure.Off));

    public Task ReadAsync(HttpContext http, string format, Func<Wire, Client, Task> answer) => RunAsync(http, format, wire =>
    {
        (Client? client, Failure? failure) = Admit(http, http.Request.Query[KeyField].ToString(), http.Request.Query["jurisdiction_id"]);
        return failure is null ? answer(wire, client!) : wire.WriteAsync(http, failure);
    });

    /// <param name="answer">With what reads a field: from the form, else from the query.</param>
    public Task FileAsync(HttpContext http, string format, Func<Wire, Client, Func<string, string?>, Task> answer) => RunAsync(http, format, async wire =>
    {
        IFormCollection? form = null;
        if (options.Value.IsOn && http.Request.HasFormContentType) { form = await http.Request.ReadFormAsync(Form, http.RequestAborted); }
        string? Field(string name) => form?[name].FirstOrDefault() ?? http.Request.Query[name].FirstOrDefault();
        (Client? client, Failure? failure) = Admit(http, Field(KeyField), Field("jurisdiction_id"));
        failure ??= !client!.Files ? (client.HasKey ? Failure.MayNotFile : Failure.NoKey) : null;
        failure ??= form is null && http.Request.ContentLength is not (null or 0) ? Failure.NotAForm : null;
        await (failure is null ? answer(wire, client!, Field) : wire.WriteAsync(http, failure));
    });

    private (Client? Client, Failure? Failure) Admit(HttpContext http, string? key, string? jurisdiction)
    {
        if (!options.Value.IsOn) { return (null, Failure.Off); }
        string from = Origin.Of(http.Connection.RemoteIpAddress);
        if (string.IsNullOrEmpty(key)) { key = http.Request.Headers[KeyHeader]; }
        Client? client = !string.IsNullOrEmpty(key) ? clients.Find(key) : options.Value.ReadWithoutKey ? Client.Nobody(from) : null;
        if (!(client is { HasKey: true } ? clients.MayAsk(client) : clients.MayAskWithoutKey(from))) { return (null, Failure.TooOften); }
        if (client is null) { return (null, Failure.NoKey); }
        bool known = string.IsNullOrEmpty(jurisdiction) || options.Value.Jurisdiction is not { Length: > 0 } own || jurisdiction == own;
        return known ? (client, null) : (null, Failure.Jurisdiction);
    }

    private async Task RunAsync(HttpContext http, string format, Func<Wire, Task> answer)
    {
        Wire wire = new(Wire.Knows(format) ? format : "json");
        try
        {
            await (Wire.Knows(format) ? answer(wire) : wire.WriteAsync(http, Failure.Format));
        }
        catch (BadHttpRequestException exception)
        {
            await wire.WriteAsync(http, exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? Failure.TooLarge : Failure.Unreadable);
        }
        catch (InvalidDataException)
        {
            await wire.WriteAsync(http, Failure.Unreadable);
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            logger.Failed(exception);
            await wire.WriteAsync(http, Failure.Broken);
        }
    }
}
