namespace Bot.Tickets.Moves;

/// <summary>What every decision of a person on a ticket says.</summary>
/// <param name="Version">The ticket's version that the person saw; <see cref="int.MaxValue"/> for the machine, whose decisions are never stale.</param>
/// <param name="By">Name of the person who decides.</param>
public abstract record TicketCommand(int Number, int Version, string By)
{
    /// <summary>Whether the person thereby takes charge, so that an emergency's calls end.</summary>
    public virtual bool TakesCharge => false;

    /// <summary>The line of history by which what the person decides on is no longer as it was shown, where the version does not tell; null while it is.</summary>
    public virtual TicketEvent? OvertakenBy(Ticket ticket) => null;

    /// <summary>What the person wrote, if anything; refused when it is longer than <see cref="Longest"/>.</summary>
    public virtual string? Written => null;

    public virtual int Longest => 200;
}
