namespace Bot.Grids.SignIn;

/// <summary>A link that signs one person in once. Only the hash of its token is kept.</summary>
public sealed class SignInLink
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; set; }
    public required string Person { get; set; }

    /// <summary>One of <see cref="Access"/>'s roles.</summary>
    public required string Role { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When the person signed out or was removed: neither the link nor a copy of its cookie is good any more.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && EndedAt is null && now < ExpiresAt;
}
