namespace Bot.Grids.SignIn;

/// <summary>By what a person signed in.</summary>
public enum SignInWay
{
    Link,
    Password,
    OpenIdConnect,
}

/// <summary>One browser in which a person is signed in. The cookie only carries its number; whether it is good is decided here.</summary>
public sealed class SignInSession
{
    public long Id { get; set; }
    public required string Person { get; set; }
    public SignInWay Way { get; set; }

    /// <summary>The link it began with; null when there was none.</summary>
    public long? Link { get; set; }
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was last used, to within some minutes.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When the person signed out or was removed: no copy of its cookie is good any more.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
