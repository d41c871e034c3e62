using Bot.Ai.Embeddings;
using Bot.Ai.Prompts;
using Bot.Grids;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Ai;

public static class AiServices
{
    public static IServiceCollection AddAi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AiOptions>()
            .Bind(configuration.GetSection(AiOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AiOptions>, AiOptionsCheck>();
        services.TryAddSingleton(provider => new CommunityClock(provider.GetRequiredService<IOptions<CommunityOptions>>().Value.Zone));
        services.AddSingleton<IChatClient>(provider => provider.GetRequiredService<IOptions<AiOptions>>().Value is { IsOn: true } options
            ? new OpenAiChatClient(options, provider.GetRequiredService<TimeProvider>())
            : new NoChatClient());
        services.AddSingleton<ModelBudget>().AddSingleton<ModelLedger>().AddSingleton<ModelClient>().AddSingleton<ModelFigures>();
        services.AddSingleton<PromptLibrary>().AddHostedService(provider => provider.GetRequiredService<PromptLibrary>());
        services.AddHealthChecks().AddCheck<ModelCheck>("model");
        return services.AddEmbeddings(configuration);
    }
}
