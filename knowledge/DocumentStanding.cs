namespace Knowledge;

/// <summary>Whether a document may answer for a day, or why not.</summary>
public enum DocumentStanding
{
    Holds,

    /// <summary>Switched off by hand.</summary>
    Disabled,

    NotYetInForce,

    Expired,

    /// <summary>Another document took its place.</summary>
    Replaced,

    /// <summary>Holds for residents of other grids.</summary>
    ForOthers,
}
