using Bot.Grids;
using Bot.Grids.Duty;
using Bot.Grids.SignIn;

namespace Bot.Console.People;

/// <param name="Link">A sign-in link just made, shown this once; null otherwise.</param>
public sealed record PeopleModel(
    IReadOnlyList<OnDuty> OnDuty,
    IReadOnlyList<string> Groups,
    IReadOnlyList<GridPeople> Grids,
    IReadOnlyList<Person> Staff,
    int Residents,
    NewLink? Link = null,
    string? Error = null);

/// <summary>Who looks after one grid.</summary>
public sealed record GridPeople(Grid Grid, IReadOnlyList<Person> People);

public sealed record PersonModel(Person Of, IReadOnlyList<string> Groups);

public sealed record NewLink(string Person, string Address, LinkPurpose Purpose);
