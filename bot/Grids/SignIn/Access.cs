using System.Security.Claims;

namespace Bot.Grids.SignIn;

/// <summary>The two roles of the console, the policies they satisfy, and which person has which.</summary>
public static class Access
{
    public const string Admin = "admin";
    public const string Worker = "worker";

    /// <summary>Policy: anyone who may see the console, the 只读 too. What is seen is limited by <see cref="Scope"/>.</summary>
    public const string ReaderPolicy = "reader";

    /// <summary>Policy: whoever may act on what lies in their scope: all but the 只读.</summary>
    public const string WorkerPolicy = "worker";

    /// <summary>Policy: 网格长, 社区 and 管理员: silence, taking back, duty, figures.</summary>
    public const string LeadPolicy = "lead";

    /// <summary>Policy: 社区 and 管理员: notices and documents, the whole community.</summary>
    public const string CommunityPolicy = "community";

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
        null or PersonRoles.Resident => null,
        _ => Worker,
    };

    /// <summary>Whether whoever signed in still may; nobody signed in has nothing to lose.</summary>
    public static bool MayStay(CommunityDirectory directory, ClaimsPrincipal? user) => user?.Identity?.Name is not { } name
        || RoleOf(directory, name) is { } allowed && (user.IsInRole(allowed) || allowed == Admin && user.IsInRole(Worker));
}
