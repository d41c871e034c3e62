namespace Bot.Grids.SignIn;

/// <summary>What a page outside the console asks for.</summary>
public enum LinkForm
{
    None,

    /// <summary>Only a button.</summary>
    Button,

    /// <summary>Name and password.</summary>
    Password,

    /// <summary>A new password, or none.</summary>
    MayChoose,

    /// <summary>A new password.</summary>
    NewPassword,
}
