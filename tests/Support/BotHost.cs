using Bot.Grids.SignIn;
using Bot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Support;

/// <summary>The whole program as it serves, on a port of its own and a data folder of its own.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder? _ownFolder;

    private BotHost(WebApplication app, TempFolder? ownFolder)
    {
        _app = app;
        _ownFolder = ownFolder;
        Address = new Uri(PublicAddress.Of(app.Urls.First()));
        Client = NewClient();
    }

    public IServiceProvider Services => _app.Services;

    public Uri Address { get; }

    /// <summary>Nobody signed in; keeps cookies, follows no redirect.</summary>
    public HttpClient Client { get; }

    /// <param name="folder">The data folder; a temporary one when null, removed with the host.</param>
    /// <param name="clock">Stands in for the machine's clock; a <see cref="MorningClock"/> when null.</param>
    /// <param name="change">Replaces services.</param>
    /// <param name="settings">As on the command line, e.g. ("Playground:Enabled", "false").</param>
    public static async Task<BotHost> StartAsync(
        string? folder = null, TimeProvider? clock = null, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        TempFolder? own = folder is null ? new TempFolder() : null;
        TrainedEngine.PutInto(folder ?? own!.Path);
        await EmptyDatabase.PutIntoAsync(folder ?? own!.Path);
        string[] arguments =
        [
            "--Urls=http://127.0.0.1:0",
            $"--Storage:Path={folder ?? own!.Path}",
            "--Logging:LogLevel:Default=Warning",
            .. settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        WebApplication app = Server.Build(arguments, builder =>
        {
            builder.Services.AddSingleton(clock ?? new MorningClock());
            change?.Invoke(builder.Services);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BotHost(app, own);
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Another browser.</summary>
    public HttpClient NewClient() =>
        new(new CookieJar(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = Address };

    /// <summary>A browser in which the person has signed in through a one-time link.</summary>
    public async Task<HttpClient> SignInAsync(string person, string role)
    {
        string link = await Get<SignInLinks>().CreateAsync(person, role, TestContext.Current.CancellationToken);
        HttpClient client = NewClient();
        await client.PostFormAsync(link, link);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _ownFolder?.Dispose();
    }
}
