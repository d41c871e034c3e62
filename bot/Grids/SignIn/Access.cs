using System.Security.Claims;

namespace Bot.Grids.SignIn;

/// <summary>The policies of the console, which roles satisfy them, and which person has which role.</summary>
public static class Access
{
    /// <summary>The claim of an administrator.</summary>
    public const string Admin = PersonRoles.Admin;

    /// <summary>What a link of anyone else is marked with; it grants nothing, the directory does.</summary>
    public const string Worker = "worker";

    private static readonly string[] Communities = [PersonRoles.Admin, PersonRoles.Staff];
    private static readonly string[] Leads = [.. Communities, PersonRoles.Lead];
    private static readonly string[] Workers = [.. Leads, PersonRoles.Grid, PersonRoles.Micro, PersonRoles.Property];
    private static readonly string[] Readers = [.. Workers, PersonRoles.Reader];

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

    /// <summary>The roles that satisfy a policy; none for one that does not stand on roles alone.</summary>
    public static IReadOnlyList<string> RolesFor(string policy) => policy switch
    {
        ReaderPolicy => Readers,
        WorkerPolicy => Workers,
        LeadPolicy => Leads,
        CommunityPolicy => Communities,
        AdminPolicy => [PersonRoles.Admin],
        _ => [],
    };

    /// <summary>The role a person has in the console now; null for residents and strangers. A 网格员 who leads a grid or stands in for its lead is a 网格长.</summary>
    public static string? RoleOf(CommunityDirectory directory, string person) => directory.PersonNamed(person)?.Role switch
    {
        null or PersonRoles.Resident => null,
        PersonRoles.Grid when directory.Grids.Any(grid => grid.Lead == person || grid.Backup == person) => PersonRoles.Lead,
        { } role => role,
    };

    /// <summary>Whether someone signed in whom the policy lets in, for what a page shows or leaves out.</summary>
    public static bool May(this ClaimsPrincipal user, string policy) => RolesFor(policy).Any(user.IsInRole);

    /// <summary>Whether whoever signed in still may; nobody signed in has nothing to lose.</summary>
    public static bool MayStay(CommunityDirectory directory, ClaimsPrincipal? user) =>
        user?.Identity?.Name is not { } name || RoleOf(directory, name) is not null;
}
