using Bot.Messaging.Receiving;

namespace Bot.Triage.Review;

public static class ReviewServices
{
    /// <summary>What people decide on messages the engine was not sure of.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<ReviewDesk>()
        .AddSingleton<OpenFromMessageHandler>()
        .AddSingleton<JoinMessageHandler>()
        .AddSingleton<DismissMessageHandler>()
        .AddSingleton<CorrectKindHandler>()
        .AddSingleton<CorrectLabelsHandler>()
        .AddSingleton<TakeBackCorrectionHandler>()
        .AddSingleton<MessageExplainer>()
        .AddSingleton<IRecallWitness, RecalledReviews>();
}
