namespace Bot.Grids.SignIn;

/// <summary>Makes and redeems one-time sign-in links.</summary>
public sealed class SignInLinks
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The path of a new link, "/signin/…"; whoever calls puts the address before it. Never logged.</summary>
    public Task<string> CreateAsync(string person, string role, CancellationToken cancellationToken) =>
        throw new NotSupportedException(person + role + cancellationToken);
}
