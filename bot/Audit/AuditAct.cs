namespace Bot.Audit;

/// <summary>Something a person did, for the record.</summary>
/// <param name="Act">A code like "tickets/accept".</param>
/// <param name="Target">Number or name of what it was done to.</param>
/// <param name="Detail">States, names of staff and groups, a reason; never residents' words or secrets.</param>
/// <param name="Person">Null for whoever acts in the present flow of control.</param>
public sealed record AuditAct(string Act, string? Target = null, string? Detail = null, string? Person = null, string? Address = null);
