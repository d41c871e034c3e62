namespace Bot.Grids.SignIn;

/// <summary>A person's password, hashed. Who has none signs in by links.</summary>
public sealed class PersonPassword
{
    public required string Person { get; set; }

    /// <summary>PBKDF2 with its own salt and count, as <c>PasswordHasher</c> writes it.</summary>
    public required string Hash { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}
