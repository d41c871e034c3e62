using Bot.Messaging;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Console.Playground;

/// <summary>Where a window of the simulated chat stands: who speaks, and in which group or on the private line.</summary>
public sealed record PlaygroundPlace(string Group, string Person, bool Private)
{
    public string Conversation => Private ? PrivateLine.To(Person) : Group;

    public string Address => Link(Private);

    public string Link(bool toPrivate, long? quote = null)
    {
        Dictionary<string, string?> query = new() { ["group"] = Group, ["person"] = Person };
        if (toPrivate) { query["private"] = "true"; }
        if (quote is not null) { query["quote"] = quote.ToString(); }
        return QueryHelpers.AddQueryString("/playground", query);
    }
}
