using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Tests.Crash;

/// <summary>Residents who write without pause and send again what nobody acknowledged, through every crash.</summary>
internal sealed class Senders(Ledger ledger) : IAsyncDisposable
{
    private const int Count = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly CancellationTokenSource _done = new();
    private Task _senders = Task.CompletedTask;
    private volatile Uri? _address;

    /// <summary>Whether new things are said; false to send only what is left.</summary>
    public bool TakeNew { get; set; } = true;

    /// <summary>Where the program listens now; null while it is down.</summary>
    public Uri? Address
    {
        set => _address = value;
    }

    public void Start() => _senders = Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(SendAsync)));

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _senders;
        _http.Dispose();
        _done.Dispose();
    }

    private async Task SendAsync()
    {
        while (!_done.IsCancellationRequested)
        {
            Uri? current = _address;
            if (current is not null && ledger.Next(TakeNew) is { } said && !await DeliverAsync(current, said))
            {
                ledger.NotAcknowledged(said);
            }
            await Task.Delay(Pause, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> DeliverAsync(Uri bot, Utterance said)
    {
        try
        {
            using HttpResponseMessage answer = await _http.PostAsJsonAsync(
                new Uri(bot, "/playground/api/messages"),
                new { group = said.Group, person = said.Person, id = said.Id, text = said.Text },
                _done.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Refused(said, answer.StatusCode);
                return false;
            }
            JsonElement told = await answer.Content.ReadFromJsonAsync<JsonElement>(_done.Token);
            ledger.Acknowledge(said, told.GetProperty("seq").GetInt64(), told.GetProperty("duplicate").GetBoolean());
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return false;
        }
    }

    // A program on its way down may answer 503; anything else is a fault
    private void Refused(Utterance said, HttpStatusCode status)
    {
        if (status != HttpStatusCode.ServiceUnavailable)
        {
            ledger.Faults.Enqueue($"{said.Id} was answered {(int)status}");
        }
    }
}
