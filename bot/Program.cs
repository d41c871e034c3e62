using Bot.Ai;
using Bot.Answers;
using Bot.Audit;
using Bot.Backups;
using Bot.Channels.BotFramework;
using Bot.Channels.ChatRecord;
using Bot.Channels.DingTalk;
using Bot.Channels.Feishu;
using Bot.Channels.Http;
using Bot.Channels.WebChat;
using Bot.Channels.WeCom;
using Bot.Commands;
using Bot.Console;
using Bot.Console.Playground;
using Bot.Figures;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Hosting;
using Bot.Messaging;
using Bot.Messaging.Forms;
using Bot.Notices;
using Bot.Open311;
using Bot.Privacy;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Learning;
using Bot.Triage.Review;
using Bot.Triage.SecondOpinion;
using Bot.Triage.Wording;

namespace Bot;

/// <summary>Services, middleware, maps.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args, Server.RunAsync);

    internal static void AddServices(WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddStorage(builder.Configuration);
        services.AddHosting(builder.Configuration);
        services.AddAudit().AddGrids();
        services.AddBackups(builder.Configuration).AddSignIn();
        services.AddMessaging(builder.Configuration);
        services.AddTickets(builder.Configuration);
        services.AddFigures().AddAnswers(builder.Configuration);
        services.AddNotices(builder.Configuration);
        services.AddAi(builder.Configuration);
        services.AddTriage(builder.Configuration);
        services.AddReview().AddSecondOpinion(builder.Configuration).AddWording(builder.Configuration);
        services.AddLearning(builder.Configuration).AddPrivacy();
        services.AddWebChat().AddChatRecord().AddOpen311(builder.Configuration);
        services.AddHttpChannel(builder.Configuration).AddBotFramework(builder.Configuration).AddWeCom(builder.Configuration).AddDingTalk(builder.Configuration).AddFeishu(builder.Configuration);
        services.AddSingleton(new ChannelForms(WeComForm.Form, DingTalkForm.Form, FeishuForm.Form, BotFrameworkForm.Form, HttpForm.Form));
        services.AddConsole().AddPlayground();
    }

    internal static void Map(WebApplication app)
    {
        app.UseHosting();
        app.UseAudit();
        app.MapHosting();
        app.MapSignIn();
        app.MapWebChat().MapHttpChannel().MapBotFramework().MapWeCom().MapDingTalk().MapFeishu().MapOpen311();
        app.MapConsole();
        app.MapPlayground();
    }
}
