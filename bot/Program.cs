using Bot.Channels.WebChat;
using Bot.Console;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Hosting;
using Bot.Messaging;
using Bot.Storage;
using Bot.Triage;

namespace Bot;

/// <summary>Services, middleware, maps.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => Server.RunAsync(args);

    internal static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddHosting();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddMessaging(builder.Configuration);
        builder.Services.AddGrids();
        builder.Services.AddSignIn();
        builder.Services.AddSingleton<EngineStatus>();
        builder.Services.AddWebChat();
        builder.Services.AddConsole();
    }

    internal static void Map(WebApplication app)
    {
        app.UseHosting();
        app.MapHosting();
        app.MapSignIn();
        app.MapWebChat();
        app.MapConsole();
    }
}
