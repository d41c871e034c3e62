using Tests.Channels.Faults.Ways;

namespace Tests.Channels.Faults;

/// <summary>A way into the groups of a vendor and out again, as its fake plays it.</summary>
internal abstract class Way : IAsyncDisposable
{
    private static readonly Dictionary<string, Func<Way>> Known = new()
    {
        ["WeCom connection"] = () => new WeComLine(),
        ["WeCom callback"] = () => new WeComCallback(),
        ["DingTalk stream"] = () => new DingTalkStream(),
        ["DingTalk callback"] = () => new DingTalkCallback(),
        ["Feishu connection"] = () => new FeishuLine(),
        ["Feishu webhook"] = () => new FeishuWebhook(),
        ["HTTP"] = () => new HttpGateway(),
        ["Bot Framework"] = () => new Connector(),
    };

    private HttpClient? _bot;

    public static TheoryData<string> All => [.. Known.Keys];

    /// <summary>The name of the channel in the books.</summary>
    public abstract string Channel { get; }

    /// <summary>Whether the vendor says the same key once.</summary>
    public virtual bool TakesKey => false;

    /// <summary>Whether the vendor learns what is stored; where not it hands everything over once.</summary>
    public virtual bool Acknowledges => true;

    /// <summary>Whether an answer that takes 6 seconds is too late.</summary>
    public virtual bool IsImpatient => false;

    /// <summary>Whether a connection stands, for ways that have one.</summary>
    public virtual bool IsConnected => true;

    /// <summary>The bot's, which tells when something is signed.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Everything the bot has said, which is as often as the vendor showed it.</summary>
    public abstract IReadOnlyList<Spoken> Spoken { get; }

    /// <summary>Of the program, so that it finds the vendor.</summary>
    public abstract IReadOnlyList<(string Key, string Value)> Settings { get; }

    /// <summary>Requests go to where the bot listens.</summary>
    public Uri Address
    {
        set
        {
            _bot?.Dispose();
            _bot = new HttpClient { BaseAddress = value };
        }
    }

    protected HttpClient Requests => _bot!;

    public static async Task<Way> StartAsync(string name)
    {
        Way way = Known[name]();
        await way.StartAsync();
        return way;
    }

    /// <summary>Hands it over once.</summary>
    /// <returns>Whether it was acknowledged; if not, it comes again.</returns>
    public async Task<bool> HandAsync(Told told, CancellationToken cancellationToken)
    {
        try
        {
            return await DeliverAsync(told, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.WebSockets.WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>The connection is gone from one moment to the next; false for a way that has none.</summary>
    public virtual bool Kick() => false;

    /// <summary>What happens before what the bot says is answered.</summary>
    public abstract void Hold(Func<Task> until);

    public virtual ValueTask DisposeAsync()
    {
        _bot?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected abstract Task StartAsync();

    protected abstract Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken);

    protected async Task<bool> PostAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using HttpResponseMessage answer = await Requests.SendAsync(request, cancellationToken);
            // anything else would be a fault of the rig
            ((int)answer.StatusCode).ShouldBeOneOf(200, 503);
            return answer.IsSuccessStatusCode;
        }
    }
}
