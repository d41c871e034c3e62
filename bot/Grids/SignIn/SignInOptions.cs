using System.ComponentModel.DataAnnotations;
using Bot.Grids.SignIn.Oidc;

namespace Bot.Grids.SignIn;

public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Signed out after so many hours without use.</summary>
    [Range(1, 24 * 60)]
    public int IdleHours { get; set; } = 12;

    /// <summary>Signed out after so many days, used or not.</summary>
    [Range(1, 365)]
    public int LongestDays { get; set; } = 14;

    [Range(8, 64)]
    public int ShortestPassword { get; set; } = 8;

    /// <summary>Wrong passwords of one person before the first pause.</summary>
    [Range(3, 100)]
    public int TriesPerPerson { get; set; } = 5;

    /// <summary>Wrong passwords from one address before the first pause; an office shares one.</summary>
    [Range(3, 1000)]
    public int TriesPerAddress { get; set; } = 20;

    public OidcOptions Oidc { get; set; } = new();

    public TimeSpan Idle => TimeSpan.FromHours(IdleHours);

    public TimeSpan Longest => TimeSpan.FromDays(LongestDays);
}
