namespace Bot.Grids.SignIn;

/// <summary>What a link is for; it decides how long it is good and what it asks.</summary>
public enum LinkPurpose
{
    /// <summary>Signing in now.</summary>
    SignIn,

    /// <summary>The first time of a person, who may choose a password.</summary>
    Invitation,

    /// <summary>A new password in the place of a forgotten one.</summary>
    Reset,
}

/// <summary>A link that signs one person in once. Only the hash of its token is kept.</summary>
public sealed class SignInLink
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; set; }
    public required string Person { get; set; }

    /// <summary>The person's role when the link was made; what they may do is asked of the directory.</summary>
    public required string Role { get; set; }
    public LinkPurpose Purpose { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When the person signed out or was removed: neither the link nor a copy of its cookie is good any more.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && EndedAt is null && now < ExpiresAt;
}
