using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Answers.Library.Disagreements;
using Bot.Answers.Library.Words;
using Bot.Grids;
using Bot.Grids.Holidays;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Knowledge.Embeddings;
using Knowledge.Reading;
using Knowledge.Reading.Web;
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
        services.AddSingleton<IRecallWitness, RecalledQuestions>();
        services.AddSingleton(provider => new AnswerHours(
            provider.GetRequiredService<IOptions<AnswerOptions>>().Value, provider.GetRequiredService<CommunityClock>(),
            () => provider.GetRequiredService<HolidayStore>().Current));
        services.AddSingleton<HandOffsChanged>().AddSingleton<HandOffDesk>()
            .AddSingleton<AnswerHandOffHandler>().AddSingleton<DismissHandOffHandler>()
            .AddSingleton<AssignHandOffHandler>().AddSingleton<KeepAnswerHandler>();
        return services.AddLibrary(configuration);
    }

    private static IServiceCollection AddLibrary(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KnowledgeOptions>()
            .Bind(configuration.GetSection(KnowledgeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsCheck>();
        services.AddSingleton(provider =>
        {
            KnowledgeOptions options = provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value;
            PassageEmbedder? embedder = provider.GetService<PassageEmbedder>();
            return new DocumentStore(
                provider.GetRequiredService<DataFolder>().File("knowledge"),
                options.ToServer(embedder?.Options, provider.GetRequiredService<TimeProvider>()), options.IsOnServer, embedder);
        });
        services.AddSingleton<IKnowledge>(provider => provider.GetRequiredService<DocumentStore>());
        services.AddSingleton(_ => new FileReader()).AddSingleton<WebAccess>().AddSingleton<WebReader>().AddSingleton<UploadReader>();
        services.AddSingleton<Shelf>().AddSingleton<ShelfMover>().AddHostedService<ShelfLoader>();
        services.AddSingleton<DraftDocumentsHandler>().AddSingleton<ChangeDocumentHandler>();
        services.AddSingleton<EditPassageHandler>().AddSingleton<StandOnLatestHandler>();
        services.AddSingleton<SaveStandardAnswerHandler>().AddSingleton<WordBook>().AddSingleton<PairBook>().AddSingleton<SetThresholdHandler>().AddSingleton<CalibrationTrial>();
        services.AddSingleton<AddChecksHandler>().AddSingleton<KeepTryHandler>().AddSingleton<RunAsker>().AddSingleton<QuestionRuns>()
            .AddHostedService(provider => provider.GetRequiredService<QuestionRuns>());
        services.AddSingleton<KnowledgeCheck>().AddHealthChecks().AddCheck<KnowledgeCheck>("knowledge");
        return services;
    }
}
