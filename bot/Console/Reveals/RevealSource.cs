using Bot.Grids;
using Bot.Storage;

namespace Bot.Console.Reveals;

/// <summary>
/// Where a masked detail is found when somebody gives a reason to see it. A feature with personal details registers one as a singleton
/// and puts <see cref="Reveal"/> with its name on the page.
/// </summary>
/// <param name="Of">A short code, e.g. "person-phone".</param>
/// <param name="Title">What it is, e.g. "电话".</param>
/// <param name="FindAsync">The detail of that id within the scope; null when there is none there.</param>
public sealed record RevealSource(string Of, string Title, Func<IServiceProvider, BotDbContext, Scope, string, CancellationToken, Task<string?>> FindAsync)
{
    /// <summary>The telephone number of a person of the directory.</summary>
    public static RevealSource PersonPhone { get; } = new("person-phone", "电话", (services, _, scope, id, _) =>
    {
        Person? person = services.GetRequiredService<CommunityStore>().Current.PersonNamed(id);
        bool near = person is not null && (scope.Groups is null || person.Name == scope.Person || person.Groups.Any(scope.Covers));
        return Task.FromResult(near ? person!.Phone : null);
    });
}
