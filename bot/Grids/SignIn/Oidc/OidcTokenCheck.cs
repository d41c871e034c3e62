using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Grids.SignIn.Oidc;

/// <summary>Believes a token only when the library finds it signed by the service, for this program, now, and for this very try.</summary>
internal static class OidcTokenCheck
{
    // what only the service can sign; never "none", never a shared secret
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    // the stamp in a nonce is a habit of the library's own; ours is bound to the try, which ends sooner
    private static readonly OpenIdConnectProtocolValidator Protocol = new() { RequireTimeStampInNonce = false };

    public static string AccountOf(OpenIdConnectMessage answer, OpenIdConnectConfiguration known, OidcOptions options, string nonce)
    {
        JwtSecurityTokenHandler reader = new() { MapInboundClaims = false };
        reader.ValidateToken(answer.IdToken, Rules(known, options), out SecurityToken token);
        JwtSecurityToken valid = (JwtSecurityToken)token;
        Protocol.ValidateTokenResponse(new OpenIdConnectProtocolValidationContext
        {
            ClientId = options.ClientId,
            Nonce = nonce,
            ProtocolMessage = answer,
            ValidatedIdToken = valid,
        });
        Claim[] named = [.. valid.Claims.Where(claim => claim.Type == options.Claim)];
        return named is [{ Value: { Length: > 0 } account }] ? account : throw new InvalidDataException("the claim is not there, or there are several");
    }

    private static TokenValidationParameters Rules(OpenIdConnectConfiguration known, OidcOptions options) => new()
    {
        ValidIssuer = known.Issuer,
        ValidAudience = options.ClientId,
        IssuerSigningKeys = known.SigningKeys,
        ValidAlgorithms = Algorithms,
        ClockSkew = TimeSpan.FromMinutes(2),
    };
}
