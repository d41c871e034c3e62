using Bot.Audit;
using Bot.Console.Channels.Forms;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Channels;

/// <summary>渠道: what each way in and out hears, how it does, which group and which person is which.</summary>
internal static class ChannelsEndpoints
{
    private const string Back = "/console/channels";
    private static readonly TimeSpan TestTime = TimeSpan.FromSeconds(15);

    public static void MapChannels(this RouteGroupBuilder console)
    {
        RouteGroupBuilder pages = console.MapGroup("/channels").RequireAuthorization(Access.AdminPolicy);
        pages.MapGet("", async ([AsParameters] ChannelsFilter filter, ChannelsQuery query, CancellationToken cancellationToken) =>
            Page.Of<ChannelsPage>(await query.LoadAsync(filter, cancellationToken)));
        pages.MapPost("/{name}/test", TestAsync);
        pages.MapPost("/{name}/reconnect", ReconnectAsync);
        pages.MapPost("/conversations/{id:long}", BindAsync);
        pages.MapPost("/members/{id:long}", NameAsync);
        pages.MapChannelForms();
    }

    private static async Task<IResult> TestAsync(
        string name, [FromForm] string? back, HttpContext http, IEnumerable<IChannel> channels, TimeProvider clock, CancellationToken cancellationToken)
    {
        string to = back ?? Back;
        if (channels.FirstOrDefault(channel => channel.Name == name) is not { } channel) { return Acts.NotDone(http, "没有这个渠道。", to); }
        if (!channel.CanTest) { return Acts.NotDone(http, $"{channel.Label}这样接的没法先试，请在群里@它说一句看看。", to); }
        using CancellationTokenSource late = new(TestTime, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await channel.TestAsync(either.Token) is { } wrong
                ? Acts.NotDone(http, $"{channel.Label}没有通：{wrong}。", to)
                : Acts.Done(http, $"{channel.Label}通的。", to);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && late.IsCancellationRequested))
        {
            return Acts.NotDone(http, $"{channel.Label}没有通：{TestTime.TotalSeconds:0}秒内连不上对方的服务器，请看看这台电脑能不能上网。", to);
        }
    }

    private static async Task<IResult> ReconnectAsync(
        string name, [FromForm] string? back, HttpContext http, IEnumerable<IChannel> channels, AuditTrail trail, CancellationToken cancellationToken)
    {
        string to = back ?? Back;
        if (channels.FirstOrDefault(channel => channel.Name == name) is not { } channel) { return Acts.NotDone(http, "没有这个渠道。", to); }
        if (channel.Connection is not { IsUp: false }) { return Acts.NotDone(http, $"{channel.Label}没有断开的连接，不用重连。", to); }
        await trail.RecordAsync(new AuditAct("channels/reconnect", channel.Label), cancellationToken);
        return channel.Reconnect()
            ? Acts.Done(http, $"正在重新连接{channel.Label}，过几秒再看这一页。", to)
            : Acts.NotDone(http, $"{channel.Label}没有断开的连接，不用重连。", to);
    }

    private static async Task<IResult> BindAsync(long id, [FromForm] string? group, HttpContext http, ConversationBook book, CancellationToken cancellationToken)
    {
        string? named = string.IsNullOrEmpty(group) ? null : group;
        return await book.AssignAsync(id, named, http.Person(), cancellationToken) is { } refusal
            ? Acts.NotDone(http, $"没有保存：{refusal}。", Back)
            : Acts.Done(http, named is null ? "解开了，这里的话不再算在群里。" : $"好，这里的话从现在起算在“{named}”里。", Back);
    }

    private static async Task<IResult> NameAsync(
        long id, [FromForm] string? person, [FromForm(Name = "q")] string? filter, HttpContext http, MemberBook book, CancellationToken cancellationToken)
    {
        string? named = string.IsNullOrEmpty(person) ? null : person;
        string back = string.IsNullOrEmpty(filter) ? Back : $"{Back}?q={Uri.EscapeDataString(filter)}";
        return await book.NameAsync(id, named, cancellationToken) is { } refusal
            ? Acts.NotDone(http, $"没有保存：{refusal}。", back)
            : Acts.Done(http, named is null ? "好，从现在起按群里的名字算。" : $"好，从现在起就是{named}。", back);
    }
}
