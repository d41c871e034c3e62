namespace Bot.Grids.SignIn.Oidc;

/// <summary>Signing in with the account of the office (OpenID Connect). Off without an authority.</summary>
public sealed class OidcOptions
{
    /// <summary>Address of the sign-in service; its discovery document lies below.</summary>
    [OidcAddress]
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    /// <summary>Kept in memory, shown and logged nowhere.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The claim that holds what the directory calls the person's account.</summary>
    public string Claim { get; set; } = "preferred_username";

    public bool IsOn => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Either off or whole.</summary>
    public bool IsComplete => !IsOn || (!string.IsNullOrWhiteSpace(ClientId) && !string.IsNullOrWhiteSpace(Claim));
}
