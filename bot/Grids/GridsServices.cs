using Bot.Grids.Duty;
using Bot.Grids.Holidays;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Grids;

public static class GridsServices
{
    public static IServiceCollection AddGrids(this IServiceCollection services)
    {
        services.AddOptions<CommunityOptions>().BindConfiguration(CommunityOptions.Section);
        services.AddSingleton<FirstCommunity>();
        services.AddSingleton<CommunityStore>();
        services.TryAddSingleton(provider => new CommunityClock(provider.GetRequiredService<IOptions<CommunityOptions>>().Value.Zone));
        services.AddSingleton<DutyRoster>().AddSingleton<HandDutyOverHandler>();
        services.AddSingleton<HolidayStore>();
        services.AddHostedService<CommunityLoader>();
        return services;
    }
}
