namespace Bot.Grids;

public static class GridsServices
{
    public static IServiceCollection AddGrids(this IServiceCollection services)
    {
        services.AddOptions<CommunityOptions>().BindConfiguration(CommunityOptions.Section);
        services.AddSingleton<FirstCommunity>();
        services.AddSingleton<CommunityStore>();
        services.AddHostedService<CommunityLoader>();
        return services;
    }
}
