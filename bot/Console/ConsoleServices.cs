using Bot.Console.Community;
using Bot.Console.Frame;
using Bot.Console.Heard;
using Bot.Console.More;
using Bot.Console.Parts;
using Bot.Console.People;
using Bot.Console.Questions;
using Bot.Console.Review;
using Bot.Console.Work;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Bot.Console;

/// <summary>The pages of grid workers and administrators.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddSingleton<LocalTime>().AddSingleton<LiveQuery>().AddSingleton<LiveEvents>().AddScoped<FrameQuery>();
        return services.AddSingleton<ReviewQuery>().AddSingleton<TicketsQuery>().AddSingleton<TicketQuery>()
            .AddSingleton<QuestionsQuery>().AddSingleton<HeardQuery>().AddSingleton<PeopleQuery>();
    }

    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder console = routes.MapGroup("/console")
            .RequireAuthorization(Access.WorkerPolicy)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        console.AddEndpointFilter(RefuseForeignPosts);
        console.MapFrame();
        console.MapReview();
        console.MapTickets();
        console.MapQuestions();
        console.MapHeard();
        console.MapPeople();
        console.MapCommunity();
        console.MapMore();
        return routes;
    }

    // The middleware only notes a missing token; endpoints that bind no form would go on without it
    private static async ValueTask<object?> RefuseForeignPosts(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? TypedResults.BadRequest()
            : await next(context);
}
