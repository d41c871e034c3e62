using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Console.Account;
using Bot.Console.Alerts;
using Bot.Console.Backups;
using Bot.Console.ByHand;
using Bot.Console.Channels;
using Bot.Console.Channels.Forms;
using Bot.Console.Community;
using Bot.Console.Day;
using Bot.Console.Deadlines;
using Bot.Console.Duty;
using Bot.Console.Figures;
using Bot.Console.Frame;
using Bot.Console.Heard;
using Bot.Console.Learning;
using Bot.Console.Library;
using Bot.Console.Library.Checks;
using Bot.Console.Library.Disagreements;
using Bot.Console.Library.Editing;
using Bot.Console.Library.Standard;
using Bot.Console.Library.Validity;
using Bot.Console.Mine;
using Bot.Console.More;
using Bot.Console.Notices;
using Bot.Console.Opinions;
using Bot.Console.Parts;
using Bot.Console.People;
using Bot.Console.Phrases;
using Bot.Console.Privacy;
using Bot.Console.Questions;
using Bot.Console.Quiet;
using Bot.Console.Record;
using Bot.Console.Records;
using Bot.Console.Reveals;
using Bot.Console.Review;
using Bot.Console.Said;
using Bot.Console.Setup;
using Bot.Console.Work;
using Bot.Grids.SignIn;
using Bot.Messaging.Pictures;

namespace Bot.Console;

/// <summary>The pages of grid workers and administrators.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ResidentNames>();
        services.AddSingleton<SaidQuery>().AddSingleton(RevealSource.PersonPhone).AddHostedService<QuietReset>();
        // Chinese as it is: escaped it is three times as long
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<LocalTime>().AddSingleton<LiveQuery>().AddSingleton<LiveEvents>().AddScoped<FrameQuery>();
        services.AddSingleton<FiguresPageQuery>().AddSingleton<RowsQuery>();
        services.AddSingleton<NoticesQuery>().AddSingleton<NoticeQuery>().AddSingleton<ChannelsQuery>().AddSingleton<ChannelLinesQuery>().AddSingleton<PlanWords>();
        services.AddSingleton<FormQuery>().AddSingleton<SaveFormHandler>().AddSingleton<SwitchFormHandler>();
        return services.AddDay().AddSingleton<MineQuery>().AddSingleton<PhraseQuery>()
            .AddSingleton<TicketSheet>().AddSingleton<TicketImport>().AddSingleton<TicketSearch>().AddSingleton<ReviewQuery>().AddSingleton<TicketsQuery>().AddSingleton<TicketQuery>()
            .AddSingleton<QuestionsQuery>().AddSingleton<DisagreementQuery>().AddSingleton<HeardQuery>().AddSingleton<MessageQuery>().AddSingleton<LearningQuery>().AddSingleton<LibraryQuery>()
            .AddSingleton<EditionsQuery>().AddSingleton<ChecksQuery>().AddSingleton<StandardQuery>().AddSingleton<ValidityQuery>()
            .AddSingleton<TryQuery>().AddSingleton<AskedQuery>().AddSingleton<PeopleQuery>().AddSingleton<PrivacyQuery>().AddSingleton<DutyQuery>()
            .AddSingleton<FillTableHandler>().AddSingleton<SendTestHandler>().AddSingleton<RecordsQuery>().AddSingleton<DraftsQuery>().AddSingleton<AlertsQuery>().AddSingleton<DeadlinesQuery>().AddSingleton<OpinionsQuery>();
    }

    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/photos/{name}", PhotoEndpoints.Show).RequireAuthorization(Access.PhotosPolicy).AddEndpointFilter<PhotoGate>();
        RouteGroupBuilder console = routes.MapGroup("/console").RequireAuthorization(Access.ReaderPolicy).WithActsForWorkers().WithScope();
        console.MapFrame();
        console.MapDay();
        console.MapMine();
        console.MapByHand();
        console.MapPhrases();
        console.MapTicketSheets();
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
        console.MapAccount();
        console.MapDuty();
        console.MapAlerts();
        console.MapDeadlines();
        console.MapCommunity();
        console.MapSetup();
        console.MapSaid();
        console.MapReveal();
        console.MapRecord();
        console.MapQuiet();
        console.MapChannels();
        console.MapBackups();
        console.MapPrivacy();
        console.MapMore();
        return routes;
    }
}
