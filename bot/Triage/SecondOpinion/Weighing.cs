namespace Bot.Triage.SecondOpinion;

/// <summary>What may be done on an opinion. Pure, and the only place that says so.</summary>
public static class Weighing
{
    /// <param name="opinion">A valid answer.</param>
    /// <param name="doubt">Why it was asked.</param>
    /// <param name="actFrom">How sure it has to be.</param>
    public static OpinionAct Weigh(Opinion opinion, DoubtSort doubt, double actFrom)
    {
        bool matter = opinion.Opens || opinion.Joins is not null || opinion.Kind == Kind.Emergency;
        return (doubt, opinion) switch
        {
            _ when opinion.Confidence < actFrom => OpinionAct.Leave,
            // what was silent is put before a person, no more: two unsure voices are no ticket
            (DoubtSort.Silent, _) => matter ? OpinionAct.ToReview : OpinionAct.Leave,
            // the group has its receipt: a person takes it back, or nobody
            (DoubtSort.Opened, _) => OpinionAct.Leave,
            (_, { Opens: true }) => OpinionAct.Open,
            (_, { Joins: not null, Kind: Kind.Issue or Kind.Emergency }) => OpinionAct.Join,
            (_, { Joins: null, Kind: Kind.Chat or Kind.Thanks or Kind.Ad or Kind.Notice or Kind.Offer }) => OpinionAct.Dismiss,
            _ => OpinionAct.Leave,
        };
    }
}
