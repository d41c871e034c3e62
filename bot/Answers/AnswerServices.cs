using Bot.Grids;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Answers;

public static class AnswerServices
{
    public static IServiceCollection AddAnswers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnswerOptions>()
            .Bind(configuration.GetSection(AnswerOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => new CommunityClock(provider.GetRequiredService<IOptions<CommunityOptions>>().Value.Zone));
        services.AddSingleton(provider => new AnswerHours(
            provider.GetRequiredService<IOptions<AnswerOptions>>().Value, provider.GetRequiredService<CommunityClock>()));
        services.AddSingleton<HandOffsChanged>().AddSingleton<HandOffDesk>()
            .AddSingleton<AnswerHandOffHandler>().AddSingleton<DismissHandOffHandler>();
        return services;
    }
}
