using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Console.Alerts;
using Bot.Console.ByHand;
using Bot.Console.Community;
using Bot.Console.Day;
using Bot.Console.Deadlines;
using Bot.Console.Figures;
using Bot.Console.Frame;
using Bot.Console.Heard;
using Bot.Console.Learning;
using Bot.Console.Library;
using Bot.Console.Mine;
using Bot.Console.More;
using Bot.Console.Notices;
using Bot.Console.Opinions;
using Bot.Console.Parts;
using Bot.Console.People;
using Bot.Console.Questions;
using Bot.Console.Quiet;
using Bot.Console.Records;
using Bot.Console.Review;
using Bot.Console.Said;
using Bot.Console.Work;
using Bot.Grids.SignIn;

namespace Bot.Console;

/// <summary>The pages of grid workers and administrators.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<SaidQuery>().AddHostedService<QuietReset>();
        // Chinese as it is: escaped it is three times as long
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<LocalTime>().AddSingleton<LiveQuery>().AddSingleton<LiveEvents>().AddScoped<FrameQuery>();
        services.AddSingleton<FiguresPageQuery>().AddSingleton<RowsQuery>();
        services.AddSingleton<NoticesQuery>().AddSingleton<NoticeQuery>().AddSingleton<PlanWords>();
        return services.AddDay().AddSingleton<MineQuery>().AddSingleton<HandReading>().AddSingleton<TicketSearch>().AddSingleton<ReviewQuery>().AddSingleton<TicketsQuery>().AddSingleton<TicketQuery>()
            .AddSingleton<QuestionsQuery>().AddSingleton<HeardQuery>().AddSingleton<MessageQuery>().AddSingleton<LearningQuery>().AddSingleton<LibraryQuery>().AddSingleton<TryQuery>().AddSingleton<AskedQuery>().AddSingleton<PeopleQuery>()
            .AddSingleton<RecordsQuery>().AddSingleton<DraftsQuery>().AddSingleton<OpinionsQuery>().AddSingleton<AlertsQuery>().AddSingleton<DeadlinesQuery>();
    }

    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder console = routes.MapGroup("/console").RequireAuthorization(Access.ReaderPolicy).WithActsForWorkers();
        console.MapFrame();
        console.MapDay();
        console.MapMine();
        console.MapByHand();
        console.MapFilters();
        console.MapReview();
        console.MapTickets();
        console.MapFigures();
        console.MapQuestions();
        console.MapNotices();
        console.MapHeard();
        console.MapLearning();
        console.MapLibrary();
        console.MapRecords();
        console.MapDrafts();
        console.MapOpinions();
        console.MapPeople();
        console.MapAlerts();
        console.MapDeadlines();
        console.MapCommunity();
        console.MapSaid();
        console.MapQuiet();
        console.MapMore();
        return routes;
    }
}
