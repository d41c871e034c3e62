using Bot.Grids;
using Bot.Grids.SignIn;

namespace Bot.Console.Frame;

/// <summary>What the layout shows around a page.</summary>
public sealed class FrameQuery(IHttpContextAccessor accessor, CommunityStore community, LiveQuery live)
{
    public async Task<FrameState> LoadAsync()
    {
        HttpContext http = accessor.HttpContext ?? throw new InvalidOperationException("a page outside a request");
        return new FrameState(
            http.User.Identity?.Name ?? "",
            http.User.IsInRole(Access.Admin),
            community.Current.Community,
            community.IsSample,
            Display.IsLarge(http),
            Display.HasKeys(http),
            Toast.Take(http),
            http.Request.Path.Value ?? "/console",
            await live.LoadAsync(http.Scope(), http.RequestAborted));
    }
}
