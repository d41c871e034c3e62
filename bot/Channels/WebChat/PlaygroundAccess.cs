using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Bot.Channels.WebChat;

/// <summary>The simulated group chat is open on this machine, and an administrator's from anywhere else.</summary>
internal sealed class PlaygroundRequirement : IAuthorizationRequirement
{
    /// <summary>Staff may see it too; for the photos that tickets show.</summary>
    public bool WorkersToo { get; init; }
}

internal sealed class PlaygroundAccess(Exposure exposure) : AuthorizationHandler<PlaygroundRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PlaygroundRequirement requirement)
    {
        bool known = context.User.May(requirement.WorkersToo ? Access.ReaderPolicy : Access.AdminPolicy);
        if (known || context.Resource is HttpContext http && exposure.IsLocal(http.Request))
        {
            context.Succeed(requirement);
        }
        return Task.CompletedTask;
    }
}
