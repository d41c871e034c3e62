using System.Reflection;
using Bot.Channels.WebChat;
using Bot.Console.Frame;
using Bot.Grids.SignIn;
using Microsoft.Extensions.Options;

namespace Bot.Console.More;

internal static class MoreEndpoints
{
    private static readonly string Version =
        typeof(MoreEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static void MapMore(this RouteGroupBuilder console) =>
        console.MapGet("/more", async (HttpContext http, IOptions<PlaygroundOptions> playground, LiveQuery live, CancellationToken cancellationToken) =>
            Page.Of<MorePage>(new MoreModel(
                http.Person(), http.User.IsInRole(Access.Admin), playground.Value.Enabled, (await live.LoadAsync(http.Scope(), cancellationToken)).Drafts, Version)));
}
