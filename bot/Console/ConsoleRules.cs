using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Bot.Console;

/// <summary>What holds for every endpoint of the console, also for one whose author thought of nothing.</summary>
internal static class ConsoleRules
{
    /// <summary>Whatever changes something is not for the 只读, unless the endpoint says <see cref="AsReader"/>.</summary>
    public static RouteGroupBuilder WithActsForWorkers(this RouteGroupBuilder console)
    {
        ((IEndpointConventionBuilder)console).Finally(endpoint =>
        {
            bool changes = endpoint.Metadata.OfType<IHttpMethodMetadata>().Any(methods => methods.HttpMethods.Any(method => !HttpMethods.IsGet(method)));
            if (changes && !endpoint.Metadata.OfType<OfTheirOwn>().Any()) { endpoint.Metadata.Add(new AuthorizeAttribute(Access.WorkerPolicy)); }
        });
        return console;
    }

    /// <summary>What lies outside a person's scope does not exist for them.</summary>
    public static RouteGroupBuilder WithScope(this RouteGroupBuilder console) => console.AddEndpointFilter<RouteGroupBuilder, ScopeGate>();

    /// <summary>A post that changes only what the person sees: letters, own password.</summary>
    public static RouteHandlerBuilder AsReader(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new OfTheirOwn());

    private sealed class OfTheirOwn;
}
