using System.Runtime.CompilerServices;
using System.Security.Claims;
using Bot.Grids;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Console.Frame;

/// <summary>The stream behind open pages: what waits and what is on fire, told when it changes.</summary>
public sealed class LiveEvents(
    LiveQuery query, CommunityStore community, SignInSessions sessions, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Repeat = TimeSpan.FromSeconds(20);

    public static ServerSentEventsResult<LiveState> Stream(LiveEvents events, HttpContext http) =>
        TypedResults.ServerSentEvents(events.WatchAsync(http.User, http.RequestAborted), "state");

    /// <param name="reader">Hears nothing more once they may no longer be signed in.</param>
    public async IAsyncEnumerable<LiveState> WatchAsync(ClaimsPrincipal reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        LiveState? told = null;
        DateTimeOffset toldAt = default;
        while (!either.IsCancellationRequested && await MayStayAsync(reader, cancellationToken))
        {
            // a stop waits for the query: one cancelled by anything but its browser counts as an error
            LiveState state = await query.LoadAsync(Scope.Of(community.Current, reader.Identity?.Name ?? ""), cancellationToken);
            // Repeated now and then, so that a connection that died is noticed on both ends
            if (told is null || !state.Same(told) || clock.GetUtcNow() - toldAt > Repeat)
            {
                (told, toldAt) = (state, clock.GetUtcNow());
                yield return state;
            }
            await Task.Delay(Look, clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> MayStayAsync(ClaimsPrincipal reader, CancellationToken cancellationToken) =>
        Access.MayStay(community.Current, reader)
            && (Session.IdOf(reader) is not { } session || await sessions.IsLiveAsync(session, reader.Identity?.Name ?? "", isUse: false, cancellationToken));
}
