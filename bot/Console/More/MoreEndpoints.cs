using System.Reflection;
using Bot.Channels.WebChat;
using Bot.Grids.SignIn;
using Microsoft.Extensions.Options;

namespace Bot.Console.More;

internal static class MoreEndpoints
{
    private static readonly string Version =
        typeof(MoreEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public static void MapMore(this RouteGroupBuilder console) =>
        console.MapGet("/more", (HttpContext http, IOptions<PlaygroundOptions> playground) =>
            Page.Of<MorePage>(new MoreModel(http.Person(), http.User.IsInRole(Access.Admin), playground.Value.Enabled, Version)));
}
