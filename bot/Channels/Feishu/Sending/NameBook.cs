using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Sending;

/// <summary>
/// The names of groups and people, which no event tells; asked for once each where the settings allow it. Quick or not at all:
/// the event waits for its acknowledgement.
/// </summary>
internal sealed class NameBook(Api api, IOptions<FeishuOptions> options, TimeProvider clock, ILogger<NameBook> logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refused = TimeSpan.FromHours(1);
    private static readonly TimeSpan Troubled = TimeSpan.FromMinutes(1);
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _silent = new(StringComparer.Ordinal);

    public Task<string?> GroupAsync(string id, CancellationToken cancellationToken) =>
        FindAsync("chats", $"/open-apis/im/v1/chats/{Uri.EscapeDataString(id)}", id, ["name"], cancellationToken);

    public Task<string?> PersonAsync(string id, CancellationToken cancellationToken) =>
        FindAsync("users", $"/open-apis/contact/v3/users/{Uri.EscapeDataString(id)}?user_id_type=open_id", id, ["user", "name"], cancellationToken);

    /// <summary>Told by an event.</summary>
    public void Learn(string id, string? name)
    {
        if (name is { Length: > 0 } && _names.Count < Most) { _names[id] = name; }
    }

    private async Task<string?> FindAsync(string kind, string path, string id, string[] field, CancellationToken cancellationToken)
    {
        if (_names.TryGetValue(id, out string? known)) { return known; }
        if (!options.Value.AskNames || (_silent.TryGetValue(kind, out DateTimeOffset until) && until > clock.GetUtcNow())) { return null; }
        using CancellationTokenSource late = new(Patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            Answer answer = await api.AskAsync(HttpMethod.Get, path, body: null, either.Token);
            if (answer.IsDone)
            {
                Learn(id, answer.Text(field));
                return answer.Text(field);
            }
            Rest(kind, answer.Code, answer is { Kind: AnswerKind.Answered, Status: < 500 and not 429 } ? Refused : Troubled);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Rest(kind, -1, Troubled);
        }
        return null;
    }

    private void Rest(string kind, long code, TimeSpan time)
    {
        _silent[kind] = clock.GetUtcNow() + time;
        logger.NamesNotTold(code, time.TotalMinutes);
    }
}
