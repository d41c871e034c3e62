namespace Bot.Ai;

/// <summary>What came of asking the model once.</summary>
public enum ModelOutcome
{
    /// <summary>A valid answer that was acted on.</summary>
    Accepted,

    /// <summary>A valid answer that changed nothing: a person was faster, or it was not sure enough, or the rules forbid it.</summary>
    Overruled,

    TimedOut,

    /// <summary>429.</summary>
    Busy,
    ServerFailed,

    /// <summary>Another 4xx: key, model name or address are wrong.</summary>
    Refused,
    Unreachable,

    /// <summary>A success that is no JSON by its own header: a login page, a proxy.</summary>
    WrongType,
    TooLarge,

    /// <summary>JSON of the protocol that holds no answer.</summary>
    NoAnswer,

    /// <summary>The answer ran into its length limit.</summary>
    CutOff,
    NotJson,
    WrongSchema,

    /// <summary>Nothing was sent: the breaker is open.</summary>
    BreakerOpen,

    /// <summary>Nothing was sent: the hour's calls or the day's tokens are used up.</summary>
    OverBudget,
}
