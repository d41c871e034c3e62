using Bot.Ai.Embeddings;
using Bot.Ai.Prompts;
using Bot.Grids;
using Bot.Messaging.Privacy;
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
        // who reads the groups is told in them
        services.AddSingleton<IPostConfigureOptions<PrivacyOptions>>(provider => new PostConfigureOptions<PrivacyOptions>(
            Options.DefaultName, privacy => privacy.ConsentModel = provider.GetRequiredService<IOptions<AiOptions>>().Value.IsOn ? "，有的话会请AI帮着看" : ""));
        services.AddSingleton<ModelBudget>().AddSingleton<ModelLedger>().AddSingleton<ModelClient>().AddSingleton<ModelFigures>();
        services.AddSingleton<PromptLibrary>().AddHostedService(provider => provider.GetRequiredService<PromptLibrary>());
        services.AddHealthChecks().AddCheck<ModelCheck>("model");
        return services.AddEmbeddings(configuration);
    }
}
