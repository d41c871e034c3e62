using System.Security.Claims;

namespace Bot.Grids.SignIn;

/// <summary>The two roles of the console, the policies they satisfy, and which person has which.</summary>
public static class Access
{
    public const string Admin = "admin";
    public const string Worker = "worker";

    /// <summary>Policy: an administrator or a worker.</summary>
    public const string WorkerPolicy = "worker";

    /// <summary>Policy: an administrator.</summary>
    public const string AdminPolicy = "admin";

    /// <summary>Policy: the simulated group chat.</summary>
    public const string PlaygroundPolicy = "playground";

    /// <summary>Policy: pictures that residents sent; whoever may see a ticket or the simulated chat.</summary>
    public const string PhotosPolicy = "photos";

    /// <summary>The console role a person of the directory may have; null for residents and strangers.</summary>
    public static string? RoleOf(CommunityDirectory directory, string person) => directory.PersonNamed(person)?.Role switch
    {
        PersonRoles.Admin => Admin,
        PersonRoles.Grid or PersonRoles.Property or PersonRoles.Staff => Worker,
        _ => null,
    };

    /// <summary>Whether whoever signed in still may; nobody signed in has nothing to lose.</summary>
    public static bool MayStay(CommunityDirectory directory, ClaimsPrincipal? user) => user?.Identity?.Name is not { } name
        || RoleOf(directory, name) is { } allowed && (user.IsInRole(allowed) || allowed == Admin && user.IsInRole(Worker));
}
