using System.Globalization;
using Bot.Console.Frame;
using Bot.Console.Parts;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console;

/// <summary>
/// Before any endpoint of the console runs: what its address or its form names must lie in what the person sees.
/// Outside it, it does not exist. An address that names something this table does not know is refused to whoever does not see the whole community.
/// </summary>
internal sealed class ScopeGate(IDbContextFactory<BotDbContext> contexts, CommunityStore community) : IEndpointFilter
{
    private const string Missing = "没有这一条，或者它不归您管。";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        Scope scope = http.Scope();
        return scope is { Groups: null, SeesPrivate: true } || await CoversAsync(http, scope)
            ? await next(context)
            : Page.Of<MissingPage>(Missing, StatusCodes.Status404NotFound);
    }

    private async Task<bool> CoversAsync(HttpContext http, Scope scope)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(http.RequestAborted);
        return await AddressAsync(db, http, scope) && (!http.Request.HasFormContentType || await FormAsync(db, http.Request.Form, scope, http.RequestAborted));
    }

    private static async Task<bool> AddressAsync(BotDbContext db, HttpContext http, Scope scope)
    {
        string[] parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        object? number = http.Request.RouteValues.GetValueOrDefault("number") ?? http.Request.RouteValues.GetValueOrDefault("ticket")
            ?? http.Request.RouteValues.GetValueOrDefault("seq") ?? http.Request.RouteValues.GetValueOrDefault("id");
        return number is null || parts.Length < 2 || !long.TryParse(number.ToString(), CultureInfo.InvariantCulture, out long id)
            || await ExistsAsync(db, parts[1], id, scope, http.RequestAborted);
    }

    private static Task<bool> ExistsAsync(BotDbContext db, string kind, long id, Scope scope, CancellationToken cancellationToken) => kind switch
    {
        "tickets" or "alerts" or "mine" => db.Tickets(scope).AnyAsync(ticket => ticket.Number == id, cancellationToken),
        "messages" => db.Messages(scope).AnyAsync(message => message.Seq == id, cancellationToken),
        "questions" => db.Questions(scope).AnyAsync(item => item.Number == id, cancellationToken),
        "records" => db.Records(scope).AnyAsync(record => record.Id == id, cancellationToken),
        "drafts" or "outbox" or "said" => db.Told(scope).AnyAsync(row => row.Id == id, cancellationToken),
        "model" => db.Opinions(scope).AnyAsync(opinion => opinion.MessageSeq == id, cancellationToken),
        // notices and documents are everybody's; filters, shifts and phrases are looked up by their person where they are used
        "notices" or "knowledge" or "filters" or "day" or "phrases" => Task.FromResult(true),
        _ => Task.FromResult(false),
    };

    // a ticket to merge into, a group to write to
    private async Task<bool> FormAsync(BotDbContext db, IFormCollection form, Scope scope, CancellationToken cancellationToken)
    {
        if (int.TryParse($"{form["into"]}".Trim().TrimEnd('号'), out int into) && !await db.Tickets(scope).AnyAsync(ticket => ticket.Number == into, cancellationToken)) { return false; }
        return form["group"].OfType<string>().All(group => scope.Covers(group) || !community.Current.Groups.ContainsKey(group));
    }
}
