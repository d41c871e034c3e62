using System.Net;
using System.Text.Json;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Open311;

/// <summary>The whole program with three clients: one of the whole community, one of a single group, one that only reads.</summary>
public sealed class Open311Rig : IAsyncLifetime
{
    public const string Key = "hotline-0123456789abcdef0123456789";
    public const string GroupKey = "second-0123456789abcdef0123456789";
    public const string ReaderKey = "reader-0123456789abcdef0123456789";
    public const string First = "春和苑一网格群";
    public const string Second = "春和苑二网格群";
    private const string Clients = "Channels:Open311:Clients";
    private static int _reports;

    public BotHost Host { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Host = await BotHost.StartAsync(settings:
    [
        ($"{Clients}:hotline:ApiKey", Key), ($"{Clients}:hotline:Label", "12345热线"), ($"{Clients}:second:ApiKey", GroupKey), ($"{Clients}:second:Groups", Second),
        ($"{Clients}:reader:ApiKey", ReaderKey), ($"{Clients}:reader:Files", "false"), ("Channels:Open311:PerMinute", "100000"), ("Logging:LogLevel:Default", "Error"),
    ]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <param name="path">Below the interface's address: "requests.json?status=open".</param>
    /// <param name="key">Null for none.</param>
    public async Task<(int Status, string Body)> GetAsync(string path, string? key = Key)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/open311/v2/" + path);
        if (key is not null) { request.Headers.Add("X-Api-Key", key); }
        return await SendAsync(request);
    }

    public async Task<JsonElement> ReadAsync(string path, string? key = Key)
    {
        (int status, string body) = await GetAsync(path, key);
        status.ShouldBe(200, body);
        return JsonDocument.Parse(body).RootElement;
    }

    public Task<(int Status, string Body)> PostAsync(params (string Name, string Value)[] fields) => PostAsync("requests.json", null, fields);

    public async Task<(int Status, string Body)> PostAsync(string path, string? idempotencyKey, params (string Name, string Value)[] fields)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/open311/v2/" + path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (idempotencyKey is not null) { request.Headers.Add("Idempotency-Key", idempotencyKey); }
        return await SendAsync(request);
    }

    public async Task<int> FileAsync(params (string Name, string Value)[] fields)
    {
        (int status, string body) = await PostAsync([("api_key", Key), .. fields]);
        status.ShouldBe(200, body);
        return int.Parse(JsonDocument.Parse(body).RootElement[0].GetProperty("service_request_id").GetString()!);
    }

    public async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Host.Client.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    /// <summary>A ticket as triage opens it.</summary>
    public Task<int> OpenAsync(string topic, string text, string? location, string group = First, string? matter = null, Action<Ticket>? then = null) =>
        Host.Get<WriteQueue>().RunAsync(
            async (db, token) =>
            {
                TicketReport report = new()
                {
                    Group = group,
                    Channel = "webchat",
                    Conversation = group,
                    MessageId = $"o{Interlocked.Increment(ref _reports)}",
                    Sender = "3-1-502刘大妈",
                    Text = text,
                    Time = Now,
                };
                DbCaseBook book = new(db, Host.Get<CommunityStore>().Current, Host.Get<TicketDeadlines>(), Host.Get<Alerts>(), Host.Get<TicketsChanged>());
                Ticket ticket = await book.OpenAsync(new NewTicket(Category.Living, topic, Urgency.Normal, location, matter, "陈秀兰", [report]), Now, token);
                then?.Invoke(ticket);
                return ticket.Number;
            },
            Token);

    public async Task<Ticket> TicketAsync(int number)
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Reports).Include(ticket => ticket.History).AsSplitQuery().SingleAsync(ticket => ticket.Number == number, Token);
    }

    public async Task<int> CountAsync()
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Ticket>().CountAsync(Token);
    }

    public DateTimeOffset Now => Host.Get<TimeProvider>().GetUtcNow();

    public static string Escape(DateTimeOffset time) => WebUtility.UrlEncode(time.ToString("yyyy-MM-ddTHH:mm:sszzz"));
}
