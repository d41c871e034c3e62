namespace Bot.Grids.SignIn.Oidc;

/// <summary>One way to the sign-in service and back, as the browser's cookie carries it.</summary>
/// <param name="Verifier">What only this program can show for the code (PKCE).</param>
internal sealed record OidcTry(string State, string Nonce, string Verifier, DateTimeOffset Until);
